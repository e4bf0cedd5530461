-- Only a hash of the code is looked up; the encrypted code lets staff print the letter again.
CREATE TABLE invitations (
    id           BINARY(16)  NOT NULL,
    candidate_id BINARY(16)  NOT NULL,
    code_hash    BINARY(32)  NOT NULL,
    code_cipher  VARBINARY(128) NOT NULL,
    state        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by   BINARY(16)  NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    expires_at   DATETIME(6) NOT NULL,
    answered_by  BINARY(16)  NULL,
    answered_at  DATETIME(6) NULL,
    -- 1 while it waits for an answer or for staff to confirm one, so that a candidate has one living invitation.
    is_living    TINYINT     NULL,
    PRIMARY KEY (id),
    UNIQUE KEY invitations_code (code_hash),
    UNIQUE KEY invitations_one_living (candidate_id, is_living),
    CONSTRAINT invitations_of_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id),
    CONSTRAINT invitations_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
    CONSTRAINT invitations_answered_by FOREIGN KEY (answered_by) REFERENCES citizens (id),
    CONSTRAINT invitations_known_state CHECK (state IN ('Open', 'AwaitingConfirmation', 'Accepted', 'Declined', 'Replaced')),
    CONSTRAINT invitations_answered_by_somebody CHECK (state IN ('Open', 'Replaced') OR (answered_by IS NOT NULL AND answered_at IS NOT NULL))
);
