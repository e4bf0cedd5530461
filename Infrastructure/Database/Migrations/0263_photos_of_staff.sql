-- Staff send the portrait of a worker whom an organization recommends, or who has no WeChat.
ALTER TABLE photos
    MODIFY COLUMN owner_id BINARY(16) NULL,
    ADD COLUMN staff_id BINARY(16) NULL AFTER owner_id,
    ADD UNIQUE KEY photos_staff_slot (staff_id, slot),
    ADD CONSTRAINT photos_from_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    ADD CONSTRAINT photos_have_one_owner CHECK ((owner_id IS NULL) <> (staff_id IS NULL));
