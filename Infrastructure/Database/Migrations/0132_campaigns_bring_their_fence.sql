CREATE TRIGGER campaigns_bring_their_fence AFTER INSERT ON campaigns FOR EACH ROW
    INSERT INTO voting_fences (campaign_id) VALUES (NEW.id);
