-- One edition (届). What staff may change while it runs is data here, not settings.
CREATE TABLE campaigns (
    id                   BINARY(16)   NOT NULL,
    name                 VARCHAR(100) NOT NULL,
    edition              INT          NOT NULL,
    -- The day at which ages and years are computed (三).
    eligibility_date     DATE         NOT NULL,
    -- How many may be recognised (二).
    places               INT          NOT NULL,
    policy_version       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    invitation_days      INT          NOT NULL,
    tip_claim_minutes    INT          NOT NULL,
    -- The campaign's HMAC key for voter keys, encrypted under a data key.
    voter_key_secret     VARBINARY(128) NOT NULL,
    -- 1 for the campaign that the mini program shows, NULL for all others.
    is_current           TINYINT      NULL,
    created_at           DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY campaigns_edition (edition),
    UNIQUE KEY campaigns_one_is_current (is_current),
    CONSTRAINT campaigns_current_is_one_or_null CHECK (is_current = 1),
    CONSTRAINT campaigns_places_positive CHECK (places > 0)
);
