-- 领导小组 (五, 领导小组审定): who decides an edition. Most do not log in; who does has an account.
CREATE TABLE leading_group_members (
    id          BINARY(16)   NOT NULL,
    campaign_id BINARY(16)   NOT NULL,
    name        VARCHAR(40)  NOT NULL,
    unit        VARCHAR(100) NOT NULL,
    -- Null for who does not log in: the office enters their ballots from the signed minutes.
    staff_id    BINARY(16)   NULL,
    -- Who left stays with the meetings they sat in and is in no later one.
    is_member   TINYINT(1)   NOT NULL DEFAULT 1,
    created_at  DATETIME(6)  NOT NULL,
    version     INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY leading_group_members_one_an_account (campaign_id, staff_id),
    KEY leading_group_members_in_order (campaign_id, id),
    CONSTRAINT leading_group_members_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT leading_group_members_log_in FOREIGN KEY (staff_id) REFERENCES staff (id)
);
