-- Since when staff have looked at the photo where it is used now; the public never sees one they have not.
ALTER TABLE photos ADD COLUMN reviewed_at DATETIME(6) NULL AFTER application_id;
