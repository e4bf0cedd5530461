-- Where reminders go, encrypted; null where nobody said.
ALTER TABLE staff ADD COLUMN sealed_mail VARBINARY(300) NULL;
