CREATE TABLE staff (
    id                   BINARY(16)   NOT NULL,
    user_name            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    display_name         VARCHAR(40)  NOT NULL,
    password_hash        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    must_change_password TINYINT      NOT NULL,
    organization_id      BINARY(16)   NULL,
    created_at           DATETIME(6)  NOT NULL,
    disabled_at          DATETIME(6)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY staff_user_name (user_name),
    CONSTRAINT staff_of_an_organization FOREIGN KEY (organization_id) REFERENCES organizations (id)
);
