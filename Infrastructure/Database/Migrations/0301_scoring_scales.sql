-- How a campaign's experts score: whole points from 0 to the scale. The row is also what criteria, assignments and scores of one campaign
-- are serialised by.
CREATE TABLE scoring_scales (
    campaign_id BINARY(16) NOT NULL,
    scale       INT        NOT NULL DEFAULT 100,
    version     INT        NOT NULL DEFAULT 1,
    PRIMARY KEY (campaign_id),
    CONSTRAINT scoring_scales_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT scoring_scales_in_bounds CHECK (scale BETWEEN 2 AND 1000)
);
