-- What is scored, with its weight in hundredths; the weights of a campaign add up to 100, which the rule keeps.
CREATE TABLE scoring_criteria (
    campaign_id BINARY(16)  NOT NULL,
    id          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position    INT         NOT NULL,
    name        VARCHAR(40) NOT NULL,
    weight      INT         NOT NULL,
    PRIMARY KEY (campaign_id, id),
    UNIQUE KEY scoring_criteria_in_order (campaign_id, position),
    CONSTRAINT scoring_criteria_of_a_scale FOREIGN KEY (campaign_id) REFERENCES scoring_scales (campaign_id),
    CONSTRAINT scoring_criteria_weigh CHECK (weight BETWEEN 1 AND 100)
);
