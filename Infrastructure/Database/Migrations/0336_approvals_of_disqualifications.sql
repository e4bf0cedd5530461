-- 九(三) 取消申报资格 takes two persons, as 剔除 of votes does.
ALTER TABLE approvals
    DROP CONSTRAINT approvals_known_kind,
    ADD CONSTRAINT approvals_known_kind CHECK (kind IN ('ExcludeVotes', 'DisqualifyCase'));
