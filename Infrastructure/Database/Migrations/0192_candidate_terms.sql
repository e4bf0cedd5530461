-- The same of candidates, merged ones too: what is found is their root.
CREATE TABLE candidate_terms (
    campaign_id  BINARY(16) NOT NULL,
    term         BIGINT     NOT NULL,
    candidate_id BINARY(16) NOT NULL,
    edition      SMALLINT   NOT NULL,
    PRIMARY KEY (campaign_id, term, candidate_id),
    KEY candidate_terms_of_a_candidate (candidate_id, edition),
    CONSTRAINT candidate_terms_of_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE
);
