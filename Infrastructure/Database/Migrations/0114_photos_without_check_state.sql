-- content_checks says it, with the human's word beside it.
ALTER TABLE photos
    DROP CONSTRAINT photos_known_check,
    DROP COLUMN check_state;
