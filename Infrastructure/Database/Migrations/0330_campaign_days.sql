-- The days on which work rests or is made up, as the State Council sets them each year, by which the working days of a public notice (五, 社会公示)
-- are counted. A day without a row is as its weekday says; Ordinary says so of a day that an earlier list had wrong.
CREATE TABLE campaign_days (
    campaign_id BINARY(16)  NOT NULL,
    day         DATE        NOT NULL,
    kind        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(40) NOT NULL,
    version     INT         NOT NULL DEFAULT 1,
    PRIMARY KEY (campaign_id, day),
    CONSTRAINT campaign_days_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT campaign_days_known_kind CHECK (kind IN ('DayOff', 'Workday', 'Ordinary'))
);
