-- What the rules of 三 said when an application was submitted or decided; append-only, so that a decision can be read as it was made.
CREATE TABLE eligibility_evaluations (
    id             BINARY(16)  NOT NULL,
    application_id BINARY(16)  NOT NULL,
    at             DATETIME(6) NOT NULL,
    occasion       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule_version   INT         NOT NULL,
    as_of_day      DATE        NOT NULL,
    overall        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    results        TEXT        NOT NULL,
    PRIMARY KEY (id),
    KEY eligibility_evaluations_of_an_application (application_id, at),
    CONSTRAINT eligibility_evaluations_of_an_application FOREIGN KEY (application_id) REFERENCES applications (id),
    CONSTRAINT eligibility_evaluations_known_overall CHECK (overall IN ('Eligible', 'Ineligible', 'NeedsEvidence'))
);
