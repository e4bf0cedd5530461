-- A person with rows here works for these districts only; a person with none is municipal.
CREATE TABLE staff_districts (
    staff_id BINARY(16) NOT NULL,
    district CHAR(6)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (staff_id, district),
    CONSTRAINT staff_districts_of_a_person FOREIGN KEY (staff_id) REFERENCES staff (id)
);
