-- Staff upload scans too. A citizen's file keeps its slot as long as it is kept; a scan gives it back when it becomes part of a consent.
ALTER TABLE files
    MODIFY COLUMN owner_id BINARY(16) NULL,
    MODIFY COLUMN slot INT NULL,
    ADD COLUMN staff_id BINARY(16) NULL AFTER owner_id,
    ADD COLUMN consent_id BINARY(16) NULL AFTER application_id,
    ADD UNIQUE KEY files_staff_slot (staff_id, slot),
    ADD UNIQUE KEY files_of_a_consent (consent_id),
    ADD CONSTRAINT files_from_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    ADD CONSTRAINT files_belong_to_a_consent FOREIGN KEY (consent_id) REFERENCES consents (id),
    ADD CONSTRAINT files_have_one_owner CHECK ((owner_id IS NULL) <> (staff_id IS NULL)),
    ADD CONSTRAINT files_slot_until_used CHECK (slot IS NOT NULL OR consent_id IS NOT NULL);
