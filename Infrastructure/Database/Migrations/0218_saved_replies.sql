-- What reviewers write again and again to tipsters: why a tip is not followed, or what is asked. Names in braces, such as {name}, are
-- filled in when it is sent.
CREATE TABLE saved_replies (
    id          BINARY(16)   NOT NULL,
    campaign_id BINARY(16)   NOT NULL,
    kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(40)  NOT NULL,
    text        VARCHAR(500) NOT NULL,
    changed_by  BINARY(16)   NOT NULL,
    changed_at  DATETIME(6)  NOT NULL,
    version     INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY saved_replies_title (campaign_id, kind, title),
    KEY saved_replies_in_order (campaign_id, kind, id),
    CONSTRAINT saved_replies_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT saved_replies_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id),
    CONSTRAINT saved_replies_known_kind CHECK (kind IN ('Rejection', 'Question'))
);
