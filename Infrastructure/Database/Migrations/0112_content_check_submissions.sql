-- A picture that WeChat took for a check, by the trace_id its verdict will name. A picture may be submitted twice, and both verdicts count.
CREATE TABLE content_check_submissions (
    trace_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    check_id BINARY(16)  NOT NULL,
    at       DATETIME(6) NOT NULL,
    PRIMARY KEY (trace_id),
    KEY content_check_submissions_of_a_check (check_id),
    CONSTRAINT content_check_submissions_check FOREIGN KEY (check_id) REFERENCES content_checks (id) ON DELETE CASCADE
);
