-- The phone a citizen bound through WeChat, encrypted, and its blind index. The hash of the code that brought it answers a retry, for the code works once.
ALTER TABLE citizens
    ADD COLUMN phone_cipher VARBINARY(200) NULL,
    ADD COLUMN phone_index BINARY(32) NULL,
    ADD COLUMN phone_code_hash BINARY(32) NULL,
    ADD KEY citizens_phone (phone_index);
