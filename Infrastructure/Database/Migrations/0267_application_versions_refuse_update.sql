CREATE TRIGGER application_versions_refuse_update BEFORE UPDATE ON application_versions FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'application_versions is append-only';
