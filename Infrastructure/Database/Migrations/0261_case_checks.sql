-- The checklist of a round: what a reviewer found about each rule of 三, as it stands. What a decision leaned on is kept with the decision.
CREATE TABLE case_checks (
    case_id    BINARY(16)   NOT NULL,
    round      INT          NOT NULL,
    rule_id    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note       VARCHAR(500) NULL,
    staff_id   BINARY(16)   NOT NULL,
    at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (case_id, round, rule_id),
    CONSTRAINT case_checks_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT case_checks_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT case_checks_known_outcome CHECK (outcome IN ('Met', 'Waived', 'NotMet')),
    CONSTRAINT case_checks_say_what_is_not_met CHECK (outcome = 'Met' OR note IS NOT NULL)
);
