CREATE TABLE campaign_trades (
    campaign_id BINARY(16)  NOT NULL,
    code        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(20) NOT NULL,
    position    INT         NOT NULL,
    PRIMARY KEY (campaign_id, code),
    CONSTRAINT campaign_trades_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
