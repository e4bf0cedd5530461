-- Under which terms an open tip is found by what is like it. A term is a hash of 64 bits and tells no name; edition is that of the rules
-- that made it, so that a tip with terms of another edition, or none, is indexed anew.
CREATE TABLE tip_terms (
    campaign_id BINARY(16) NOT NULL,
    term        BIGINT     NOT NULL,
    tip_id      BINARY(16) NOT NULL,
    edition     SMALLINT   NOT NULL,
    PRIMARY KEY (campaign_id, term, tip_id),
    KEY tip_terms_of_a_tip (tip_id, edition),
    CONSTRAINT tip_terms_of_a_tip FOREIGN KEY (tip_id) REFERENCES tips (id) ON DELETE CASCADE
);
