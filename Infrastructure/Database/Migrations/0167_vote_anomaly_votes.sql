CREATE TABLE vote_anomaly_votes (
    anomaly_id BINARY(16) NOT NULL,
    vote_id    BINARY(16) NOT NULL,
    PRIMARY KEY (anomaly_id, vote_id),
    CONSTRAINT vote_anomaly_votes_of_an_anomaly FOREIGN KEY (anomaly_id) REFERENCES vote_anomalies (id)
);
