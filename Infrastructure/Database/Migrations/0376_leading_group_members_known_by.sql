-- By what a member is known beside their unit, for recusal (law 6): keyed hashes of their phone and of name and phone, as of experts. The phone
-- itself is not kept.
ALTER TABLE leading_group_members
    ADD COLUMN phone_index BINARY(32) NULL AFTER staff_id,
    ADD COLUMN worker_key BINARY(32) NULL AFTER phone_index;
