-- Districts of Hangzhou by GB/T 2260.
CREATE TABLE campaign_districts (
    campaign_id BINARY(16)  NOT NULL,
    code        CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(20) NOT NULL,
    position    INT         NOT NULL,
    PRIMARY KEY (campaign_id, code),
    CONSTRAINT campaign_districts_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
