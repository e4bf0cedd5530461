-- 七: who was recognised, with certificate, medal, prize and what else goes with the title. Whether it still stands is the case's stage.
CREATE TABLE laureates (
    id                 BINARY(16)   NOT NULL,
    campaign_id        BINARY(16)   NOT NULL,
    case_id            BINARY(16)   NOT NULL,
    -- Counted through the edition and never given again, also after a revocation.
    number             INT          NOT NULL,
    certificate_number VARCHAR(40)  NOT NULL,
    recognised_at      DATETIME(6)  NOT NULL,
    -- The day the medal was handed over.
    medal_on           DATE         NULL,
    prize_yuan         INT          NOT NULL,
    -- The day the prize was paid; null while it was not.
    prize_paid_on      DATE         NULL,
    -- 杭州市五一劳动奖章, “对符合条件的”: which condition is met; null for the others.
    may_day_reason     VARCHAR(200) NULL,
    -- The day a laureate used the priority for recuperation (疗休养).
    recuperated_on     DATE         NULL,
    story              TEXT         NULL,
    is_published       TINYINT(1)   NOT NULL DEFAULT 0,
    version            INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY laureates_one_a_case (case_id),
    UNIQUE KEY laureates_number (campaign_id, number),
    UNIQUE KEY laureates_certificate (certificate_number),
    KEY laureates_in_order (campaign_id, id),
    CONSTRAINT laureates_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT laureates_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT laureates_prize_is_no_debt CHECK (prize_yuan >= 0),
    CONSTRAINT laureates_published_have_a_story CHECK (is_published = 0 OR story IS NOT NULL)
);
