-- review_round counts how often the qualification review began: what belongs to an earlier round stays on record and no longer counts.
-- A claim that has run out is nobody's.
ALTER TABLE cases
    ADD COLUMN review_round INT NOT NULL DEFAULT 1,
    ADD COLUMN claimed_by BINARY(16) NULL,
    ADD COLUMN claimed_until DATETIME(6) NULL,
    ADD KEY cases_claimed (claimed_by, id),
    ADD CONSTRAINT cases_claimed_by FOREIGN KEY (claimed_by) REFERENCES staff (id),
    ADD CONSTRAINT cases_claims_end CHECK ((claimed_by IS NULL) = (claimed_until IS NULL));
