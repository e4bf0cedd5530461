-- Names stand beside the terms now.
DROP INDEX tips_names_by_id ON tips;
