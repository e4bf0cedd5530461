CREATE TRIGGER case_screenings_refuse_delete BEFORE DELETE ON case_screenings FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'case_screenings is append-only';
