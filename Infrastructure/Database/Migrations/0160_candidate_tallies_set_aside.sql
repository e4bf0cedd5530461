-- Both numbers of law 5: what stands, and what is set aside (COUNT(*) of the Quarantined votes of the root's tree).
ALTER TABLE candidate_tallies
    ADD COLUMN set_aside INT NOT NULL DEFAULT 0,
    ADD CONSTRAINT candidate_tallies_set_aside_not_negative CHECK (set_aside >= 0);
