-- Who filed an application for the worker: an organization through one of its people (四(一), 四(二)), or staff for a worker without WeChat.
-- An organization recommends a worker once: standing is 1 while the application stands in a case.
ALTER TABLE applications
    ADD COLUMN organization_id BINARY(16) NULL AFTER citizen_id,
    ADD COLUMN filed_by BINARY(16) NULL AFTER organization_id,
    ADD COLUMN district CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER work_unit,
    ADD COLUMN standing TINYINT GENERATED ALWAYS AS (IF(state IN ('Submitted', 'Joined'), 1, NULL)) STORED,
    ADD UNIQUE KEY applications_one_an_organization (organization_id, candidate_id, standing),
    ADD KEY applications_in_order (campaign_id, id),
    ADD KEY applications_of_an_organization (organization_id, id),
    ADD CONSTRAINT applications_of_an_organization FOREIGN KEY (organization_id) REFERENCES organizations (id),
    ADD CONSTRAINT applications_filed_by FOREIGN KEY (filed_by) REFERENCES staff (id),
    ADD CONSTRAINT applications_of_organizations_name_them CHECK ((channel IN ('Unit', 'Society')) = (organization_id IS NOT NULL));
