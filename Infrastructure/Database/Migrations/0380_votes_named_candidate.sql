-- Who was voted for, where that was a merged candidate and the row is its root's. After an undo the two are apart again, and a retry
-- that names the first one still gets its first answer.
ALTER TABLE votes ADD COLUMN named_id BINARY(16) NULL;
