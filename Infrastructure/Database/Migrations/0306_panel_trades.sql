-- The trades a panel judges. A trade has one panel, so each case has at most one.
CREATE TABLE panel_trades (
    campaign_id BINARY(16)  NOT NULL,
    trade       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    panel_id    BINARY(16)  NOT NULL,
    PRIMARY KEY (campaign_id, trade),
    KEY panel_trades_of_a_panel (panel_id),
    CONSTRAINT panel_trades_of_a_panel FOREIGN KEY (panel_id) REFERENCES panels (id)
);
