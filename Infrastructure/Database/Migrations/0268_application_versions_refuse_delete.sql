CREATE TRIGGER application_versions_refuse_delete BEFORE DELETE ON application_versions FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'application_versions is append-only';
