-- The last word about the thirty-first: no row above the campaign's number, whoever writes it.
CREATE TRIGGER places_within_the_campaigns BEFORE INSERT ON places FOR EACH ROW
    IF NEW.number > (SELECT places FROM campaigns WHERE id = NEW.campaign_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the campaign has no such place';
    END IF;
