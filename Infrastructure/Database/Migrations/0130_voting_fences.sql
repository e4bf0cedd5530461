-- What every vote has to know at the moment it is written. A transaction that writes votes share-locks the row; one that changes what
-- may be voted for raises the epoch, and for that waits until those votes are committed. So a vote whose writer has seen the epoch of
-- its own copy of the candidates was judged by links and states that hold until it is committed.
CREATE TABLE voting_fences (
    campaign_id BINARY(16)  NOT NULL,
    epoch       BIGINT      NOT NULL DEFAULT 1,
    -- Set while voting is paused.
    paused_at   DATETIME(6) NULL,
    PRIMARY KEY (campaign_id),
    CONSTRAINT voting_fences_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
