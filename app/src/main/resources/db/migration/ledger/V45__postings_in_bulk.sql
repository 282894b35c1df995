-- A posting is whole when its transaction ends: entries are added in the transaction that makes the posting and in no
-- later one. So its sum is checked once, and the entries of a statement together.
alter table posting
  add column made_in xid8 not null default pg_current_xact_id(),
  add column document_on date;
comment on column posting.document_on is 'the day on the document, where the period of that day was closed already';

-- The transaction that makes a posting is the database's word, not the application's.
revoke insert on posting from cleanclaim_app;
grant insert (organization_id, kind, reason, source, idempotency_key, reverses_posting_id, effective_on, document_on,
  posted_at, actor) on posting to cleanclaim_app;

drop trigger entry_is_balanced on entry;

create function check_entries_are_of_new_postings() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (
      select from (select distinct posting_id from added) a
      join posting p using (posting_id)
      where p.made_in <> pg_current_xact_id()) then
    raise exception 'an entry cannot be added to a posting that stands' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger entry_is_of_a_new_posting after insert on entry
  referencing new table as added
  for each statement execute function check_entries_are_of_new_postings();

alter table entry drop constraint entry_account_check;
alter table entry add constraint entry_account_check check (account in (
  'CHARGES', 'UNBILLED', 'INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'CONTRACTUAL_ADJUSTMENT', 'WRITE_OFF',
  'DEPOSIT_IN_TRANSIT', 'BANK', 'UNAPPLIED_CASH', 'REFUND', 'PROVIDER_ADJUSTMENT', 'INTEREST'));
