-- The kind of failure of the program on a document; nothing is suggested from it then.
alter table chart_document add column failure text check (btrim(failure) <> '');
