-- A decision keeps what it leaned on: which version of the form was judged (application_versions), and the checklist as it stood (JSON).
ALTER TABLE eligibility_evaluations
    ADD COLUMN application_version INT NULL,
    ADD COLUMN checklist TEXT NULL;
