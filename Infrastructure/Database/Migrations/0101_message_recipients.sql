-- Whoever was ever written to. The row's lock makes sending serial per citizen; next_at is NULL while nothing waits, and a lease while a message is under way.
CREATE TABLE message_recipients (
    citizen_id   BINARY(16)  NOT NULL,
    next_at      DATETIME(6) NULL,
    last_sent_at DATETIME(6) NULL,
    PRIMARY KEY (citizen_id),
    KEY message_recipients_due (next_at, citizen_id),
    CONSTRAINT message_recipients_are_citizens FOREIGN KEY (citizen_id) REFERENCES citizens (id)
);
