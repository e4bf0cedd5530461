-- Who of staff withdrew a consent for the worker, and why; both are NULL where it was the worker.
ALTER TABLE consents
    ADD COLUMN withdrawn_by BINARY(16) NULL,
    ADD COLUMN withdrawn_reason VARCHAR(500) NULL,
    ADD CONSTRAINT consents_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES staff (id),
    ADD CONSTRAINT consents_withdrawn_with_a_reason CHECK ((withdrawn_by IS NULL) = (withdrawn_reason IS NULL));
