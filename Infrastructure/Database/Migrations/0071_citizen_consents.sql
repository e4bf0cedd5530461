-- What a citizen agreed to about their own data, each version on its own row. is_living is 1 until it is withdrawn or a newer version takes its place.
CREATE TABLE citizen_consents (
    id             BINARY(16)  NOT NULL,
    citizen_id     BINARY(16)  NOT NULL,
    kind           VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    policy_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    agreed_at      DATETIME(6) NOT NULL,
    withdrawn_at   DATETIME(6) NULL,
    is_living      TINYINT     NULL,
    PRIMARY KEY (id),
    UNIQUE KEY citizen_consents_one_living (citizen_id, kind, is_living),
    CONSTRAINT citizen_consents_of_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT citizen_consents_known_kind CHECK (kind IN ('Privacy', 'SensitiveData')),
    CONSTRAINT citizen_consents_living_or_withdrawn CHECK ((is_living IS NULL) = (withdrawn_at IS NOT NULL))
);
