-- The suggestions of all documents of a chart are one list in one order. One that a later document leaves no room for
-- is withdrawn, with the reason; a coder may take it over all the same.
alter table suggestion drop constraint suggestion_decision_check;
alter table suggestion add constraint suggestion_decision_check
  check (decision in ('ACCEPTED', 'REJECTED', 'WITHDRAWN'));
alter table suggestion add column place integer not null default 0;
