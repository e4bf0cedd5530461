-- 回避: who does not judge which case, and why. Never taken back; recorded_by is null where it was found by comparing.
CREATE TABLE recusals (
    case_id     BINARY(16)   NOT NULL,
    staff_id    BINARY(16)   NOT NULL,
    source      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(200) NULL,
    recorded_by BINARY(16)   NULL,
    at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (case_id, staff_id, source),
    KEY recusals_of_a_person (staff_id, case_id),
    CONSTRAINT recusals_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT recusals_of_an_expert FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT recusals_recorded_by FOREIGN KEY (recorded_by) REFERENCES staff (id),
    CONSTRAINT recusals_known_source CHECK (source IN ('Declared', 'Secretary', 'SameEmployer', 'SameOrganization', 'OwnTip', 'OwnApplication'))
);
