-- A tip or a candidate of a group, and how like the centre it is; the centre itself has no score.
CREATE TABLE tip_group_members (
    group_id     BINARY(16)   NOT NULL,
    place        INT          NOT NULL,
    tip_id       BINARY(16)   NULL,
    candidate_id BINARY(16)   NULL,
    score        DOUBLE       NULL,
    -- A JSON list of words.
    reasons      VARCHAR(500) NOT NULL,
    PRIMARY KEY (group_id, place),
    KEY tip_group_members_tip (tip_id),
    KEY tip_group_members_candidate (candidate_id),
    CONSTRAINT tip_group_members_of_a_group FOREIGN KEY (group_id) REFERENCES tip_groups (id) ON DELETE CASCADE,
    CONSTRAINT tip_group_members_a_tip FOREIGN KEY (tip_id) REFERENCES tips (id) ON DELETE CASCADE,
    CONSTRAINT tip_group_members_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
    CONSTRAINT tip_group_members_are_one_of_both CHECK ((tip_id IS NULL) <> (candidate_id IS NULL))
);
