-- Only SHA-256 of a refresh token is kept. replaced_at says when it was exchanged for its successor.
CREATE TABLE refresh_tokens (
    token_hash  BINARY(32)  NOT NULL,
    session_id  BINARY(16)  NOT NULL,
    issued_at   DATETIME(6) NOT NULL,
    replaced_at DATETIME(6) NULL,
    PRIMARY KEY (token_hash),
    KEY refresh_tokens_by_session (session_id),
    CONSTRAINT refresh_tokens_of_a_session FOREIGN KEY (session_id) REFERENCES sessions (id)
);
