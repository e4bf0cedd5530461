-- For the desk that decides on photos: each word of WeChat, with and without a human's, is a range in the order of the list.
ALTER TABLE content_checks ADD KEY content_checks_by_word (kind, decision, state, id);
