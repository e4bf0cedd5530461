-- A consent on signed paper: the day on it, and who recorded it. The scan is the file that names the consent.
ALTER TABLE consents
    ADD COLUMN signed_on DATE NULL,
    ADD COLUMN recorded_by BINARY(16) NULL,
    ADD CONSTRAINT consents_recorded_by FOREIGN KEY (recorded_by) REFERENCES staff (id),
    ADD CONSTRAINT consents_paper_is_documented CHECK (
        source <> 'Paper' OR (signed_on IS NOT NULL AND recorded_by IS NOT NULL AND identity_check IS NOT NULL));
