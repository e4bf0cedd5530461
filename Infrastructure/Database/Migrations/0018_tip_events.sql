-- The thread that the tipster reads; append-only.
CREATE TABLE tip_events (
    id     BINARY(16)    NOT NULL,
    tip_id BINARY(16)    NOT NULL,
    at     DATETIME(6)   NOT NULL,
    kind   VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text   VARCHAR(1000) NOT NULL,
    PRIMARY KEY (id),
    KEY tip_events_of_a_tip (tip_id, at, id),
    CONSTRAINT tip_events_of_a_tip FOREIGN KEY (tip_id) REFERENCES tips (id)
);
