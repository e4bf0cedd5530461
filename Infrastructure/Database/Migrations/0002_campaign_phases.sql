-- closes_at is exclusive.
CREATE TABLE campaign_phases (
    campaign_id BINARY(16)  NOT NULL,
    kind        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opens_at    DATETIME(6) NOT NULL,
    closes_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (campaign_id, kind),
    CONSTRAINT campaign_phases_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT campaign_phases_open_before_they_close CHECK (opens_at < closes_at),
    CONSTRAINT campaign_phases_known_kind CHECK (kind IN (
        'Tips', 'Voting', 'UnitApplications', 'SocietyApplications', 'PublicTipApplications', 'SelfApplications',
        'QualificationReview', 'ExpertReview', 'PublicNotice', 'LeadingGroupDecision'))
);
