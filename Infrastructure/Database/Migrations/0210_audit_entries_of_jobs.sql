-- NULL where a job of the service acted, such as the one that ends invitations nobody answered.
ALTER TABLE audit_entries MODIFY COLUMN staff_id BINARY(16) NULL;
