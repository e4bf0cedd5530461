-- Which method put a case on the short-list, and what all three said of it at that moment; append-only by never being written again.
CREATE TABLE short_lists (
    id       BINARY(16)   NOT NULL,
    case_id  BINARY(16)   NOT NULL,
    round    INT          NOT NULL,
    panel_id BINARY(16)   NOT NULL,
    method   VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Score and rank by each method (JSON); null where a later round was not scored anew.
    figures  TEXT         NULL,
    reason   VARCHAR(500) NULL,
    staff_id BINARY(16)   NOT NULL,
    at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY short_lists_once_a_round (case_id, round),
    CONSTRAINT short_lists_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT short_lists_of_a_panel FOREIGN KEY (panel_id) REFERENCES panels (id),
    CONSTRAINT short_lists_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT short_lists_known_method CHECK (method IN ('Mean', 'TrimmedMean', 'ZScore')),
    CONSTRAINT short_lists_have_a_ground CHECK (figures IS NOT NULL OR reason IS NOT NULL)
);
