CREATE TRIGGER eligibility_evaluations_refuse_update BEFORE UPDATE ON eligibility_evaluations FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'eligibility_evaluations is append-only';
