-- Of what has a term in common most has another name: names are read from here, without the long rows with stories.
CREATE INDEX tips_names_by_id ON tips (id, name);
