CREATE TABLE staff_roles (
    staff_id BINARY(16)  NOT NULL,
    role     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (staff_id, role),
    CONSTRAINT staff_roles_of_a_person FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT staff_roles_known_role CHECK (role IN (
        'TipReviewer', 'OrganizationUser', 'QualificationReviewer', 'PanelSecretary', 'Expert', 'NoticeOfficer',
        'OfficeClerk', 'LeadingGroupMember', 'FraudReviewer', 'Auditor', 'Administrator'))
);
