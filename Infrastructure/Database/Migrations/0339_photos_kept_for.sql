-- The photo that a supplement replaced: it is the application's no more, and stays for the version that named it.
ALTER TABLE photos
    ADD COLUMN kept_for_id BINARY(16) NULL AFTER application_id,
    ADD CONSTRAINT photos_kept_for_an_application FOREIGN KEY (kept_for_id) REFERENCES applications (id),
    ADD CONSTRAINT photos_kept_belong_to_nothing_else CHECK (kept_for_id IS NULL OR (tip_id IS NULL AND application_id IS NULL));
