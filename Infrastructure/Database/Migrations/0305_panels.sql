-- 评审组 (五, 专家评审). version rises when its members, trades or state change. While closed nothing is assigned or scored.
CREATE TABLE panels (
    id          BINARY(16)  NOT NULL,
    campaign_id BINARY(16)  NOT NULL,
    name        VARCHAR(40) NOT NULL,
    scores_due_on DATE      NULL,
    closed_at   DATETIME(6) NULL,
    created_at  DATETIME(6) NOT NULL,
    version     INT         NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY panels_name (campaign_id, name),
    KEY panels_in_order (campaign_id, id),
    CONSTRAINT panels_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
