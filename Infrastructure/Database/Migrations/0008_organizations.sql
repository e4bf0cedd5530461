CREATE TABLE organizations (
    id         BINARY(16)   NOT NULL,
    kind       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(100) NOT NULL,
    district   CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY organizations_name (name),
    CONSTRAINT organizations_known_kind CHECK (kind IN ('Employer', 'DistrictUnion', 'DevelopmentZone', 'IndustrialUnion', 'Society'))
);
