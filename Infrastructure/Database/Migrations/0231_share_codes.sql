-- Mini program codes that lead to a candidate, as WeChat drew them: good for ever, so one of each is enough.
CREATE TABLE share_codes (
    candidate_id BINARY(16)  NOT NULL,
    -- Which version of the mini program the code opens.
    stage        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    media_type   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    image        MEDIUMBLOB  NOT NULL,
    drawn_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (candidate_id, stage),
    CONSTRAINT share_codes_of_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    CONSTRAINT share_codes_known_stage CHECK (stage IN ('Released', 'Trial', 'Development')),
    CONSTRAINT share_codes_is_a_picture CHECK (media_type IN ('image/jpeg', 'image/png') AND LENGTH(image) > 0)
);
