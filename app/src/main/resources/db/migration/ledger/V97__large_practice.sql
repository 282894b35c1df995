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

-- An entry knows its day, so that what was owed on a day is asked of entries alone. The check that follows each statement
-- sees to it that it is the day of its posting.
alter table entry add column effective_on date;
alter table entry no force row level security;
alter table posting no force row level security;
alter table entry disable trigger entry_is_append_only;
update entry e set effective_on = p.effective_on from posting p where p.posting_id = e.posting_id;
alter table entry enable trigger entry_is_append_only;
alter table posting force row level security;
alter table entry force row level security;
alter table entry alter column effective_on set not null;

create or replace function check_entries_are_of_new_postings() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (
      select from (select distinct posting_id, organization_id, effective_on from added) a
      join posting p using (posting_id)
      where p.made_in <> pg_current_xact_id() or p.organization_id <> a.organization_id
        or p.effective_on <> a.effective_on) then
    raise exception 'an entry cannot be added to a posting that stands, nor for another day'
      using errcode = 'insufficient_privilege';
  end if;
  if exists (
      select from (
        select distinct organization_id, claim_id, encounter_id, patient_id from added where claim_id is not null) a
      left join claim c on c.claim_id = a.claim_id and c.organization_id = a.organization_id
      where c.claim_id is null or c.encounter_id <> a.encounter_id
        or c.patient_id <> a.patient_id and c.patient_id not in (select same_person(a.patient_id)))
    or exists (
      select from (
        select distinct organization_id, encounter_id, patient_id from added
        where claim_id is null and encounter_id is not null) a
      left join encounter v on v.encounter_id = a.encounter_id and v.organization_id = a.organization_id
      where v.encounter_id is null
        or v.patient_id <> a.patient_id and v.patient_id not in (select same_person(a.patient_id)))
    or exists (
      select from (
        select distinct organization_id, patient_id from added
        where claim_id is null and encounter_id is null and patient_id is not null) a
      left join patient p on p.patient_id = a.patient_id and p.organization_id = a.organization_id
      where p.patient_id is null)
    or exists (
      select from (select distinct organization_id, payer_id from added where payer_id is not null) a
      left join payer y on y.payer_id = a.payer_id and y.organization_id = a.organization_id
      where y.payer_id is null) then
    raise exception 'an entry names a payer, claim, visit or patient that do not belong together'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

-- A claim, a visit and a patient have a few entries each: their account needs no place in the index.
drop index entry_claim_id_account_idx;
drop index entry_patient_id_account_idx;
drop index entry_encounter_id_account_idx;
create index on entry (claim_id);
create index on entry (patient_id);
create index on entry (encounter_id);

-- What is owed, in the order in which it is summed up.
create index entry_receivable on entry (organization_id, claim_id, encounter_id, account, payer_id, patient_id)
  include (effective_on, amount)
  where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE');
