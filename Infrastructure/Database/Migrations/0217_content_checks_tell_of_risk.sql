-- A tip knows whether its text is risky. A check begins as Waiting, so only its changes can tell; where nothing changes no tip is touched.
CREATE TRIGGER content_checks_tell_of_risk AFTER UPDATE ON content_checks FOR EACH ROW
    UPDATE tips
    SET is_risky = (NEW.state IN ('Review', 'Risky') AND NEW.decision IS NULL)
    WHERE id = NEW.tip_id
        AND (NEW.state IN ('Review', 'Risky') AND NEW.decision IS NULL) <> (OLD.state IN ('Review', 'Risky') AND OLD.decision IS NULL);
