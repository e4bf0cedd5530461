-- Rises with each change of the places, so that two who change them see each other.
ALTER TABLE campaigns ADD COLUMN places_version INT NOT NULL DEFAULT 1;
