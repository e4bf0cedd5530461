-- 八(二): what laureates offer: to take apprentices, or to share a session. Shown once the union approved it.
CREATE TABLE laureate_offers (
    id          BINARY(16)   NOT NULL,
    laureate_id BINARY(16)   NOT NULL,
    -- Null once they deleted their account; the text goes with it.
    citizen_id  BINARY(16)   NULL,
    kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text        TEXT         NULL,
    -- For how many; null where it is open to all.
    places      INT          NULL,
    -- The last day in Hangzhou on which somebody may ask.
    closes_on   DATE         NOT NULL,
    state       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Proposed',
    -- What the laureate reads about a refusal.
    word        VARCHAR(500) NULL,
    decided_by  BINARY(16)   NULL,
    decided_at  DATETIME(6)  NULL,
    created_at  DATETIME(6)  NOT NULL,
    version     INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    KEY laureate_offers_of_a_laureate (laureate_id, state, id),
    KEY laureate_offers_of_a_citizen (citizen_id, id),
    KEY laureate_offers_by_state (state, id),
    CONSTRAINT laureate_offers_of_a_laureate FOREIGN KEY (laureate_id) REFERENCES laureates (id),
    CONSTRAINT laureate_offers_by_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT laureate_offers_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
    CONSTRAINT laureate_offers_known_kind CHECK (kind IN ('Apprentices', 'Session')),
    CONSTRAINT laureate_offers_known_state CHECK (state IN ('Proposed', 'Approved', 'Refused', 'Withdrawn')),
    CONSTRAINT laureate_offers_for_somebody CHECK (places > 0),
    CONSTRAINT laureate_offers_of_nobody_say_nothing CHECK ((citizen_id IS NULL) = (text IS NULL) AND (citizen_id IS NOT NULL OR state IN ('Refused', 'Withdrawn'))),
    CONSTRAINT laureate_offers_decided_by_somebody CHECK (state NOT IN ('Approved', 'Refused') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
);
