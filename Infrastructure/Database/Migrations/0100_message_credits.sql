-- How many messages of a template a citizen has agreed to and not been sent. One accept in WeChat is good for one message.
CREATE TABLE message_credits (
    citizen_id  BINARY(16)  NOT NULL,
    template_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    credits     INT         NOT NULL,
    PRIMARY KEY (citizen_id, template_id),
    CONSTRAINT message_credits_of_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT message_credits_known_kind CHECK (kind IN ('TipQuestion', 'TipMoved', 'CaseMoved')),
    CONSTRAINT message_credits_never_below_zero CHECK (credits >= 0)
);
