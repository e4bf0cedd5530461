CREATE TRIGGER campaigns_raise_the_epoch AFTER UPDATE ON campaigns FOR EACH ROW
    UPDATE voting_fences SET epoch = epoch + 1 WHERE campaign_id = NEW.id;
