-- Every change of a vote's state: from, to, why, by whom, when; append-only. by_staff is NULL for the service itself.
-- No foreign key to the vote: it would lock votes for each row, and votes are never deleted.
CREATE TABLE vote_state_changes (
    id          BINARY(16)  NOT NULL,
    vote_id     BINARY(16)  NOT NULL,
    from_state  VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_state    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    by_staff    BINARY(16)  NULL,
    approval_id BINARY(16)  NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY vote_state_changes_of_a_vote (vote_id, at),
    CONSTRAINT vote_state_changes_known_states CHECK (
        from_state IN ('Counted', 'Quarantined', 'Excluded') AND to_state IN ('Counted', 'Quarantined', 'Excluded') AND from_state <> to_state),
    CONSTRAINT vote_state_changes_exclude_by_approval CHECK (to_state <> 'Excluded' OR approval_id IS NOT NULL)
);
