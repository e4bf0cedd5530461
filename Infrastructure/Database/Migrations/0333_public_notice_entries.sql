-- Who is named in a notice, with what staff wrote about them. Name and unit are not copied: they are read from the candidate as they stand, so
-- that nobody is named who took their word back.
CREATE TABLE public_notice_entries (
    id        BINARY(16)   NOT NULL,
    notice_id BINARY(16)   NOT NULL,
    case_id   BINARY(16)   NOT NULL,
    position  INT          NOT NULL,
    text      VARCHAR(600) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY public_notice_entries_name_a_case_once (notice_id, case_id),
    UNIQUE KEY public_notice_entries_in_order (notice_id, position),
    KEY public_notice_entries_of_a_case (case_id),
    CONSTRAINT public_notice_entries_of_a_notice FOREIGN KEY (notice_id) REFERENCES public_notices (id),
    CONSTRAINT public_notice_entries_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id)
);
