-- A line that is about one of a case's applications, such as the arrival of its signed paper, and is read by its applicant alone.
ALTER TABLE case_moves
    ADD COLUMN application_id BINARY(16) NULL,
    ADD CONSTRAINT case_moves_about_an_application FOREIGN KEY (application_id) REFERENCES applications (id);
