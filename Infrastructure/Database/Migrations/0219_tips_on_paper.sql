-- A citizen without WeChat tells a worker on paper or at the counter, and staff enter it: then a member of staff stands where else the
-- citizen does. Nobody's quota is touched, for the unique key takes no NULL as equal to another.
ALTER TABLE tips
    MODIFY COLUMN citizen_id BINARY(16) NULL,
    ADD COLUMN entered_by BINARY(16) NULL,
    ADD CONSTRAINT tips_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
    ADD CONSTRAINT tips_come_from_somebody CHECK ((citizen_id IS NULL) <> (entered_by IS NULL));
