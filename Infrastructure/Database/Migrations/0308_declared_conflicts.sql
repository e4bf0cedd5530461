-- What an expert declared, in their own words: a name, and a unit where they gave one. It holds for cases that come later too.
CREATE TABLE declared_conflicts (
    id        BINARY(16)   NOT NULL,
    panel_id  BINARY(16)   NOT NULL,
    staff_id  BINARY(16)   NOT NULL,
    name      VARCHAR(40)  NOT NULL,
    work_unit VARCHAR(100) NOT NULL DEFAULT '',
    reason    VARCHAR(200) NULL,
    at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY declared_conflicts_once (panel_id, staff_id, name, work_unit),
    CONSTRAINT declared_conflicts_by_a_member FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT declared_conflicts_in_a_panel FOREIGN KEY (panel_id) REFERENCES panels (id)
);
