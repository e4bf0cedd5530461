-- WeChat's check of what a citizen wrote or photographed: the work to be done, and what came of it. The text itself is not copied here.
CREATE TABLE content_checks (
    -- The checked thing's own id.
    id          BINARY(16)  NOT NULL,
    kind        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tip_id      BINARY(16)  NULL,
    photo_id    BINARY(16)  NULL,
    -- Counts the texts, so that a verdict about an earlier one decides nothing about the present one.
    round       INT         NOT NULL DEFAULT 1,
    -- What WeChat says. Waiting: nothing yet. Unchecked: WeChat will say nothing, so a human decides.
    state       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label       INT         NULL,
    -- WeChat checks only for citizens who were there within two hours, so trying ends two hours after this.
    written_at  DATETIME(6) NOT NULL,
    attempts    INT         NOT NULL DEFAULT 0,
    -- How often WeChat took a picture for a check.
    submissions INT         NOT NULL DEFAULT 0,
    next_try_at DATETIME(6) NOT NULL,
    -- The word of a human, which stands in for WeChat's.
    decision    VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_by  BINARY(16)  NULL,
    decided_at  DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY content_checks_of_a_tip (tip_id),
    UNIQUE KEY content_checks_of_a_photo (photo_id),
    KEY content_checks_due (state, next_try_at, id),
    CONSTRAINT content_checks_tip FOREIGN KEY (tip_id) REFERENCES tips (id) ON DELETE CASCADE,
    CONSTRAINT content_checks_photo FOREIGN KEY (photo_id) REFERENCES photos (id) ON DELETE CASCADE,
    CONSTRAINT content_checks_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
    CONSTRAINT content_checks_known_kind CHECK (kind IN ('Tip', 'Photo')),
    CONSTRAINT content_checks_known_state CHECK (state IN ('Waiting', 'Pass', 'Review', 'Risky', 'Unchecked')),
    CONSTRAINT content_checks_known_decision CHECK (decision IN ('Fit', 'Unfit')),
    CONSTRAINT content_checks_decided_by_somebody CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);
