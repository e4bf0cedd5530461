-- 层层推荐 (四(一)): who said what about a worker before the municipal union decides; append-only. Of a level the last word of a round counts.
CREATE TABLE case_screenings (
    id              BINARY(16)   NOT NULL,
    case_id         BINARY(16)   NOT NULL,
    round           INT          NOT NULL,
    level           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization    VARCHAR(100) NOT NULL,
    is_recommended  TINYINT      NOT NULL,
    opinion         VARCHAR(500) NOT NULL,
    said_on         DATE         NOT NULL,
    staff_id        BINARY(16)   NOT NULL,
    at              DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY case_screenings_of_a_case (case_id, round, at, id),
    CONSTRAINT case_screenings_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT case_screenings_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT case_screenings_known_level CHECK (level IN ('Employer', 'DistrictUnion', 'DevelopmentZone', 'IndustrialUnion'))
);
