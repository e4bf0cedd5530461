-- Files may be the evidence of a publication, of an objection, or of what a disqualification is asked for. Those of an anonymous objection lose
-- their owner in the act; what staff attach gives its slot back.
ALTER TABLE files
    ADD COLUMN publication_id BINARY(16) NULL AFTER consent_id,
    ADD COLUMN objection_id BINARY(16) NULL AFTER publication_id,
    ADD COLUMN approval_id BINARY(16) NULL AFTER objection_id,
    ADD UNIQUE KEY files_of_a_publication (publication_id),
    ADD CONSTRAINT files_belong_to_a_publication FOREIGN KEY (publication_id) REFERENCES public_notice_publications (id),
    ADD CONSTRAINT files_belong_to_an_objection FOREIGN KEY (objection_id) REFERENCES objections (id),
    ADD CONSTRAINT files_belong_to_an_approval FOREIGN KEY (approval_id) REFERENCES approvals (id),
    DROP CONSTRAINT files_have_one_owner,
    ADD CONSTRAINT files_have_one_owner CHECK (
        (owner_id IS NULL) <> (staff_id IS NULL) OR (owner_id IS NULL AND staff_id IS NULL AND objection_id IS NOT NULL)),
    DROP CONSTRAINT files_slot_until_submitted,
    ADD CONSTRAINT files_slot_until_submitted CHECK (slot IS NOT NULL OR consent_id IS NOT NULL OR application_id IS NOT NULL
        OR publication_id IS NOT NULL OR objection_id IS NOT NULL OR approval_id IS NOT NULL);
