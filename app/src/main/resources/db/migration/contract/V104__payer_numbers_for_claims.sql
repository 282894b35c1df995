-- A payer may have another number for each kind of file, claims and questions about claims among them; empty means each.
alter table payer_identifier drop constraint payer_identifier_kind_check;
alter table payer_identifier
  add constraint payer_identifier_kind_check check (kind in ('', '837P', '837I', '270', '276', '278'));
create index on payer_identifier (identifier);
