-- The case that a disqualification is asked for, with what was found, and the objection that led to it.
CREATE TABLE approval_cases (
    approval_id  BINARY(16)    NOT NULL,
    case_id      BINARY(16)    NOT NULL,
    objection_id BINARY(16)    NULL,
    -- Read by the applicant and by whoever follows the objection.
    reason       VARCHAR(1000) NOT NULL,
    PRIMARY KEY (approval_id),
    KEY approval_cases_of_a_case (case_id),
    KEY approval_cases_of_an_objection (objection_id),
    CONSTRAINT approval_cases_of_an_approval FOREIGN KEY (approval_id) REFERENCES approvals (id),
    CONSTRAINT approval_cases_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT approval_cases_of_an_objection FOREIGN KEY (objection_id) REFERENCES objections (id)
);
