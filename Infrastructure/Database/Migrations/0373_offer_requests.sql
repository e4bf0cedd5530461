-- Who asks to learn from a laureate (八(二)); the union confirms or declines.
CREATE TABLE offer_requests (
    id         BINARY(16)   NOT NULL,
    offer_id   BINARY(16)   NOT NULL,
    -- Null once they deleted their account; the message goes with it.
    citizen_id BINARY(16)   NULL,
    message    VARCHAR(500) NULL,
    state      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Received',
    -- What both sides read of the union.
    word       VARCHAR(500) NULL,
    decided_by BINARY(16)   NULL,
    decided_at DATETIME(6)  NULL,
    created_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY offer_requests_one_a_citizen (offer_id, citizen_id),
    KEY offer_requests_of_a_citizen (citizen_id, id),
    CONSTRAINT offer_requests_about_an_offer FOREIGN KEY (offer_id) REFERENCES laureate_offers (id),
    CONSTRAINT offer_requests_by_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT offer_requests_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
    CONSTRAINT offer_requests_known_state CHECK (state IN ('Received', 'Confirmed', 'Declined', 'Withdrawn')),
    CONSTRAINT offer_requests_of_nobody_say_nothing CHECK ((citizen_id IS NULL) = (message IS NULL)),
    CONSTRAINT offer_requests_decided_by_somebody CHECK (state NOT IN ('Confirmed', 'Declined') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
);
