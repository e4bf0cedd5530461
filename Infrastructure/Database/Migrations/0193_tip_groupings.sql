-- When tips were last grouped. Whoever groups holds the row, so no two instances do it in one night.
CREATE TABLE tip_groupings (
    campaign_id BINARY(16)  NOT NULL,
    grouped_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (campaign_id),
    CONSTRAINT tip_groupings_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
