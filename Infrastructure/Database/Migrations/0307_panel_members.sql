-- Who sits in a panel and for whom (五: 专家、行业协会、社会组织、网络媒体). declared_at is when the list was read on which conflicts were
-- declared: cases that came to the experts later need another declaration.
CREATE TABLE panel_members (
    panel_id    BINARY(16)  NOT NULL,
    staff_id    BINARY(16)  NOT NULL,
    kind        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    most_cases  INT         NULL,
    added_at    DATETIME(6) NOT NULL,
    declared_at DATETIME(6) NULL,
    PRIMARY KEY (panel_id, staff_id),
    KEY panel_members_of_a_person (staff_id),
    CONSTRAINT panel_members_of_a_panel FOREIGN KEY (panel_id) REFERENCES panels (id),
    CONSTRAINT panel_members_are_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT panel_members_known_kind CHECK (kind IN ('Expert', 'TradeAssociation', 'SocialOrganization', 'Media')),
    CONSTRAINT panel_members_carry_something CHECK (most_cases IS NULL OR most_cases > 0)
);
