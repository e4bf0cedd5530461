-- The texts of applications, and what citizens wrote of a candidate: by putting it right when accepting an invitation, or by an application
-- that no candidate was known for. A candidate whose text is all staff's has no row.
ALTER TABLE content_checks
    MODIFY COLUMN kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ADD COLUMN application_id BINARY(16) NULL AFTER photo_id,
    ADD COLUMN candidate_id BINARY(16) NULL AFTER application_id,
    -- Who wrote of the candidate; the other things name their author themselves.
    ADD COLUMN author_id BINARY(16) NULL AFTER candidate_id,
    ADD UNIQUE KEY content_checks_of_an_application (application_id),
    ADD UNIQUE KEY content_checks_of_a_candidate (candidate_id),
    ADD CONSTRAINT content_checks_application FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    ADD CONSTRAINT content_checks_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    ADD CONSTRAINT content_checks_author FOREIGN KEY (author_id) REFERENCES citizens (id),
    DROP CONSTRAINT content_checks_known_kind,
    ADD CONSTRAINT content_checks_names_its_kind CHECK (kind IN ('Tip', 'Photo', 'Application', 'Candidate'));
