-- What a citizen answered, told in the thread beside its event. Apart from the append-only thread, so that withdrawing the tip erases it.
CREATE TABLE tip_answers (
    event_id BINARY(16)    NOT NULL,
    tip_id   BINARY(16)    NOT NULL,
    text     VARCHAR(1000) NOT NULL,
    PRIMARY KEY (event_id),
    KEY tip_answers_of_a_tip (tip_id),
    CONSTRAINT tip_answers_in_the_thread FOREIGN KEY (event_id) REFERENCES tip_events (id),
    CONSTRAINT tip_answers_of_a_tip FOREIGN KEY (tip_id) REFERENCES tips (id)
);
