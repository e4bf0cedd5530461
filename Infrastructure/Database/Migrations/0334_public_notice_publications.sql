-- 五(社会公示) 通过本市报纸、电视、网络等渠道: where and when the notice was published. The evidence is the file that names the publication.
CREATE TABLE public_notice_publications (
    id           BINARY(16)   NOT NULL,
    notice_id    BINARY(16)   NOT NULL,
    kind         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(100) NOT NULL,
    published_on DATE         NOT NULL,
    recorded_by  BINARY(16)   NOT NULL,
    recorded_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY public_notice_publications_once (notice_id, kind, name, published_on),
    CONSTRAINT public_notice_publications_of_a_notice FOREIGN KEY (notice_id) REFERENCES public_notices (id),
    CONSTRAINT public_notice_publications_recorded_by FOREIGN KEY (recorded_by) REFERENCES staff (id),
    CONSTRAINT public_notice_publications_known_kind CHECK (kind IN ('Newspaper', 'Television', 'Network'))
);
