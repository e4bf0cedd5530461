-- How far the scoring has come. Whoever scores holds the row, so no vote is scored by two instances.
CREATE TABLE vote_scorings (
    campaign_id  BINARY(16)  NOT NULL,
    scored_until DATETIME(6) NOT NULL,
    PRIMARY KEY (campaign_id),
    CONSTRAINT vote_scorings_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
