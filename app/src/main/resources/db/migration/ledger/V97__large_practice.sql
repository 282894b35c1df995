-- What a practice with a million claims needs. The organization of a transaction is asked once for each statement, and no
-- more for each row: a subquery is evaluated once.
create or replace procedure tenant_table(table_name regclass, is_append_only boolean default false)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant on %s using (organization_id = (select current_organization()))
       with check (organization_id = (select current_organization()))', table_name);
  execute format('create index on %s (organization_id)', table_name);
  if is_append_only then
    execute format('grant select, insert on %s to cleanclaim_app', table_name);
  else
    execute format('grant select, insert, update, delete on %s to cleanclaim_app', table_name);
  end if;
end $$;

do $$
declare
  guarded record;
begin
  for guarded in select schemaname, tablename from pg_policies where policyname = 'tenant' loop
    execute format(
      'alter policy tenant on %I.%I using (organization_id = (select current_organization()))
         with check (organization_id = (select current_organization()))', guarded.schemaname, guarded.tablename);
  end loop;
end $$;

-- An index that has one value for nearly all rows finds nothing and is written for each row.
drop index entry_organization_id_idx;
drop index line_adjudication_organization_id_idx;
drop index claim_payment_organization_id_idx1;
drop index claim_event_organization_id_idx;
drop index posting_organization_id_idx;

-- The policy lets no row in that is of another organization than the transaction's, which exists.
alter table posting drop constraint posting_organization_id_fkey;
alter table claim_payment drop constraint claim_payment_organization_id_fkey;
alter table claim_event drop constraint claim_event_organization_id_fkey;

-- An entry knows its day, so that what was owed on a day is asked of entries alone.
alter table entry add column effective_on date;
alter table entry no force row level security;
alter table posting no force row level security;
alter table entry disable trigger entry_is_append_only;
update entry e set effective_on = p.effective_on from posting p where p.posting_id = e.posting_id;
alter table entry enable trigger entry_is_append_only;
alter table posting force row level security;
alter table entry force row level security;
alter table entry alter column effective_on set not null;

create function check_entries_are_of_their_day() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (
      select from (select distinct posting_id, effective_on from added) a
      join posting p using (posting_id)
      where p.effective_on <> a.effective_on) then
    raise exception 'an entry counts for the day of its posting' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger entry_is_of_its_day after insert on entry
  referencing new table as added
  for each statement execute function check_entries_are_of_their_day();

-- A claim, a visit and a patient have a few entries each: their account needs no place in the index.
drop index entry_claim_id_account_idx;
drop index entry_patient_id_account_idx;
drop index entry_encounter_id_account_idx;
create index on entry (claim_id);
create index on entry (patient_id);
create index on entry (encounter_id);

-- What is owed, in the order in which it is summed up.
create index entry_receivable on entry (organization_id, claim_id, encounter_id, account, patient_id)
  include (payer_id, effective_on, amount)
  where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE');
