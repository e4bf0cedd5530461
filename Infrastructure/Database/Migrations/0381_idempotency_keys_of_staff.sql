-- Staff retry too: what they enter twice for a citizen without WeChat would count as two people.
ALTER TABLE idempotency_keys
    MODIFY citizen_id BINARY(16) NULL,
    ADD COLUMN staff_id BINARY(16) NULL,
    ADD CONSTRAINT idempotency_keys_of_a_staff_member FOREIGN KEY (staff_id) REFERENCES staff (id),
    ADD CONSTRAINT idempotency_keys_have_one_owner CHECK ((citizen_id IS NULL) <> (staff_id IS NULL));
