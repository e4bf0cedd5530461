-- From which rank on a vote is set aside: 4 is WeChat's "do not count", 3 its "lower the weight".
CREATE TRIGGER campaigns_bring_their_risk_rank AFTER INSERT ON campaigns FOR EACH ROW
    INSERT INTO voting_thresholds (campaign_id, name, value) VALUES (NEW.id, 'risk-rank', 4);
