-- What staff attach to an application gives its slot back when that is submitted, as the scan of a consent does.
ALTER TABLE files
    DROP CONSTRAINT files_slot_until_used,
    ADD CONSTRAINT files_slot_until_submitted CHECK (slot IS NOT NULL OR consent_id IS NOT NULL OR application_id IS NOT NULL);
