-- The answer to a write that came with an Idempotency-Key, stored in the transaction of the write and kept 72 hours.
-- scope is SHA-256 over citizen, route template and key. A row is only ever committed with its answer.
CREATE TABLE idempotency_keys (
    scope      BINARY(32)  NOT NULL,
    citizen_id BINARY(16)  NOT NULL,
    -- SHA-256 over path values and body.
    content    BINARY(32)  NOT NULL,
    answer     MEDIUMTEXT  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (scope),
    KEY idempotency_keys_by_age (created_at),
    CONSTRAINT idempotency_keys_of_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id)
);
