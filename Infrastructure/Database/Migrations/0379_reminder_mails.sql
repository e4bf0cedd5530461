-- Reminders to experts by mail, at most one a day in Hangzhou. next_at is when it is to be sent, and while it is under way when its sender is
-- given up: what was interrupted may have arrived and is not sent again.
CREATE TABLE reminder_mails (
    staff_id BINARY(16)  NOT NULL,
    day      DATE        NOT NULL,
    state    VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Pending',
    attempts INT         NOT NULL DEFAULT 0,
    next_at  DATETIME(6) NULL,
    sent_at  DATETIME(6) NULL,
    PRIMARY KEY (staff_id, day),
    KEY reminder_mails_due (next_at),
    CONSTRAINT reminder_mails_to_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT reminder_mails_known_state CHECK (state IN ('Pending', 'Sending', 'Sent', 'Unknown', 'Refused', 'Dropped')),
    CONSTRAINT reminder_mails_due_until_settled CHECK ((next_at IS NOT NULL) = (state IN ('Pending', 'Sending'))),
    CONSTRAINT reminder_mails_sent_at_some_time CHECK ((sent_at IS NOT NULL) = (state = 'Sent'))
);
