-- The texts of what laureates offer: an offer's check has the offer's own id.
ALTER TABLE content_checks
    ADD COLUMN offer_id BINARY(16) NULL AFTER candidate_id,
    ADD UNIQUE KEY content_checks_of_an_offer (offer_id),
    ADD CONSTRAINT content_checks_offer FOREIGN KEY (offer_id) REFERENCES laureate_offers (id) ON DELETE CASCADE,
    DROP CONSTRAINT content_checks_names_its_kind,
    ADD CONSTRAINT content_checks_names_a_kind CHECK (kind IN ('Tip', 'Photo', 'Application', 'Candidate', 'Offer'));
