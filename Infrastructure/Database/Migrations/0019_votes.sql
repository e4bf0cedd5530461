-- A vote keeps its slot and its (voter, candidate, day) in every state. voter_key is HMAC(openid, campaign key): a citizen who
-- deletes the account and returns finds the slots used. The day comes first in the two unique keys so that today's rows lie together.
CREATE TABLE votes (
    id              BINARY(16)  NOT NULL,
    campaign_id     BINARY(16)  NOT NULL,
    candidate_id    BINARY(16)  NOT NULL,
    voter_key       BINARY(32)  NOT NULL,
    day             DATE        NOT NULL,
    slot            INT         NOT NULL,
    state           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Set by a merge only: another Counted vote of the same citizen, day and root came first and stands for both.
    is_shadowed     TINYINT     NOT NULL DEFAULT 0,
    cast_at         DATETIME(6) NOT NULL,
    -- Fifteen random bytes: a BINARY(16) would be read as an id.
    receipt         BINARY(15)  NOT NULL,
    votes_left      INT         NOT NULL,
    -- SHA-256 of the client's Idempotency-Key, first half: the vote's row is its own record.
    idempotency_key BINARY(16)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY votes_once_a_day (day, voter_key, candidate_id),
    UNIQUE KEY votes_quota (day, voter_key, slot),
    UNIQUE KEY votes_idempotency (voter_key, idempotency_key),
    UNIQUE KEY votes_receipt (receipt),
    KEY votes_of_a_candidate (candidate_id, state),
    CONSTRAINT votes_for_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id),
    CONSTRAINT votes_in_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT votes_known_state CHECK (state IN ('Counted', 'Quarantined', 'Excluded')),
    CONSTRAINT votes_slot_positive CHECK (slot > 0)
);
