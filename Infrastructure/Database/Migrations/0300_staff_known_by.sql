-- By what a member of staff is known beside the account, for recusal (五, 专家评审): their employer, and keyed hashes of their phone and of
-- name and phone, which are compared with those of citizens and workers. The phone itself is not kept.
ALTER TABLE staff
    ADD COLUMN work_unit VARCHAR(100) NULL,
    ADD COLUMN phone_index BINARY(32) NULL,
    ADD COLUMN worker_key BINARY(32) NULL;
