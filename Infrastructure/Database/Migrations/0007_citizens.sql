-- A WeChat user. The openid becomes NULL when the account is deleted; it never leaves the server.
CREATE TABLE citizens (
    id         BINARY(16)  NOT NULL,
    openid     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY citizens_openid (openid)
);
