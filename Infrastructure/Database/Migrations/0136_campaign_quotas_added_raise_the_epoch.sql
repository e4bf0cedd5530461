CREATE TRIGGER campaign_quotas_added_raise_the_epoch AFTER INSERT ON campaign_quotas FOR EACH ROW
    UPDATE voting_fences SET epoch = epoch + 1 WHERE campaign_id = NEW.campaign_id;
