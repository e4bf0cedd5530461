-- standing is COUNT(*) of the votes of the root's tree that are Counted and not shadowed, at every moment.
CREATE TABLE candidate_tallies (
    candidate_id BINARY(16) NOT NULL,
    campaign_id  BINARY(16) NOT NULL,
    standing     INT        NOT NULL DEFAULT 0,
    PRIMARY KEY (candidate_id),
    KEY candidate_tallies_ranking (campaign_id, standing, candidate_id),
    CONSTRAINT candidate_tallies_of_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id),
    CONSTRAINT candidate_tallies_not_negative CHECK (standing >= 0)
);
