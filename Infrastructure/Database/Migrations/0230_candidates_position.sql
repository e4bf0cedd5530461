-- Where the workplace is, in gcj02 and rounded to about a hundred metres; both or neither, and in Hangzhou.
ALTER TABLE candidates
    ADD COLUMN latitude  DECIMAL(6, 3) NULL AFTER district,
    ADD COLUMN longitude DECIMAL(6, 3) NULL AFTER latitude,
    ADD CONSTRAINT candidates_position_is_whole CHECK ((latitude IS NULL) = (longitude IS NULL)),
    ADD CONSTRAINT candidates_position_in_hangzhou CHECK (latitude BETWEEN 29.1 AND 30.6 AND longitude BETWEEN 118.3 AND 120.8);
