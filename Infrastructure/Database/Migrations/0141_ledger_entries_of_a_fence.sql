-- The writer of an entry holds the fence already; the campaign's own row is locked by acts of the review.
ALTER TABLE ledger_entries
    DROP FOREIGN KEY ledger_entries_of_a_campaign,
    ADD CONSTRAINT ledger_entries_of_a_fence FOREIGN KEY (campaign_id) REFERENCES voting_fences (campaign_id);
