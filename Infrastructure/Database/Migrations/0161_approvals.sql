-- What one person asks for and another decides.
CREATE TABLE approvals (
    id          BINARY(16)  NOT NULL,
    campaign_id BINARY(16)  NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_by    BINARY(16)  NOT NULL,
    asked_at    DATETIME(6) NOT NULL,
    lapses_at   DATETIME(6) NOT NULL,
    decided_by  BINARY(16)  NULL,
    decided_at  DATETIME(6) NULL,
    -- Set when all that was approved is done: it goes in several transactions, and who dies between them leaves this empty.
    applied_at  DATETIME(6) NULL,
    PRIMARY KEY (id),
    KEY approvals_waiting (state, applied_at, id),
    CONSTRAINT approvals_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT approvals_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id),
    CONSTRAINT approvals_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
    CONSTRAINT approvals_known_kind CHECK (kind IN ('ExcludeVotes')),
    CONSTRAINT approvals_known_state CHECK (state IN ('Waiting', 'Approved', 'Refused')),
    CONSTRAINT approvals_decided_by_somebody CHECK ((state = 'Waiting') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT approvals_need_two_persons CHECK (decided_by IS NULL OR decided_by <> asked_by),
    CONSTRAINT approvals_applied_are_approved CHECK (applied_at IS NULL OR state = 'Approved')
);
