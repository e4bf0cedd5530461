-- What citizens are to be told, written in the transaction of what happened. The number is the order of one citizen's messages:
-- it is drawn while their message_recipients row is held, so it follows the commits, which no clock does.
CREATE TABLE messages (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    citizen_id BINARY(16)  NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- A word for the new state; never what somebody wrote.
    status     VARCHAR(20) NOT NULL,
    state      VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Why it was dropped, or why the last attempt brought nothing.
    reason     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    attempts   INT         NOT NULL DEFAULT 0,
    created_at DATETIME(6) NOT NULL,
    sent_at    DATETIME(6) NULL,
    PRIMARY KEY (id),
    KEY messages_of_a_citizen (citizen_id, state, id),
    KEY messages_by_age (created_at),
    CONSTRAINT messages_to_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT messages_known_kind CHECK (kind IN ('TipQuestion', 'TipMoved', 'CaseMoved')),
    CONSTRAINT messages_known_state CHECK (state IN ('Pending', 'Sending', 'Sent', 'Unknown', 'Dropped')),
    CONSTRAINT messages_sent_have_a_time CHECK ((state = 'Sent') = (sent_at IS NOT NULL)),
    CONSTRAINT messages_dropped_say_why CHECK (state <> 'Dropped' OR reason IS NOT NULL)
);
