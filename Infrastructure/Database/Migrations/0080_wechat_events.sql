-- What WeChat pushed, stored before WeChat is told “success” and handled afterwards. WeChat sends again until it is told so, hence the key.
CREATE TABLE wechat_events (
    id          BINARY(16)  NOT NULL,
    -- SHA-256 over the message's id, or over sender, time, event and trace_id.
    dedup_key   BINARY(32)  NOT NULL,
    -- The event's name, or the type of a message.
    name        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Encrypted: it holds openids.
    body        MEDIUMBLOB  NOT NULL,
    state       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts    INT         NOT NULL,
    -- While a claim lasts: when the next one may begin.
    next_try_at DATETIME(6) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    handled_at  DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY wechat_events_once (dedup_key),
    KEY wechat_events_waiting (state, next_try_at, id),
    KEY wechat_events_by_age (received_at),
    CONSTRAINT wechat_events_state CHECK (state IN ('Waiting', 'Handled', 'Ignored', 'Failed')),
    CONSTRAINT wechat_events_waiting_or_done CHECK ((state = 'Waiting') = (handled_at IS NULL))
);
