-- Payments without our claim number are looked up by member or by the payer's number.
create index on coverage (organization_id, member_id);
create index on claim (organization_id, payer_claim_control_number) where payer_claim_control_number is not null;

-- A remittance of a hundred thousand claims adds a million entries. What an entry refers to is looked at once for each
-- statement and not once for each row; the look is stricter too: visit and patient have to be those of the claim.
alter table entry
  drop constraint entry_organization_id_fkey,
  drop constraint entry_patient_id_fkey,
  drop constraint entry_encounter_id_fkey,
  drop constraint entry_claim_id_fkey,
  drop constraint entry_payer_id_fkey;
alter table line_adjudication
  drop constraint line_adjudication_organization_id_fkey,
  drop constraint line_adjudication_claim_id_fkey;

create or replace function check_entries_are_of_new_postings() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (
      select from (select distinct posting_id, organization_id from added) a
      join posting p using (posting_id)
      where p.made_in <> pg_current_xact_id() or p.organization_id <> a.organization_id) then
    raise exception 'an entry cannot be added to a posting that stands' using errcode = 'insufficient_privilege';
  end if;
  if exists (
      select from (
        select distinct organization_id, claim_id, encounter_id, patient_id from added where claim_id is not null) a
      left join claim c on c.claim_id = a.claim_id and c.organization_id = a.organization_id
      where c.claim_id is null or c.encounter_id <> a.encounter_id or c.patient_id <> a.patient_id)
    or exists (
      select from (
        select distinct organization_id, encounter_id, patient_id from added
        where claim_id is null and encounter_id is not null) a
      left join encounter v on v.encounter_id = a.encounter_id and v.organization_id = a.organization_id
      where v.encounter_id is null or v.patient_id <> a.patient_id)
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

-- What has entries is not deleted.
create function refuse_deletion_of_posted() returns trigger
  language plpgsql security definer set search_path = public as $$
declare
  is_posted boolean;
begin
  execute format('select exists (select from entry where %I = $1)', tg_argv[0])
    into is_posted using (to_jsonb(old) ->> tg_argv[0])::bigint;
  if is_posted then
    raise exception '% has entries in the ledger', tg_table_name using errcode = 'foreign_key_violation';
  end if;
  return old;
end $$;
create trigger posted_stays before delete on claim
  for each row execute function refuse_deletion_of_posted('claim_id');
create trigger posted_stays before delete on encounter
  for each row execute function refuse_deletion_of_posted('encounter_id');
create trigger posted_stays before delete on patient
  for each row execute function refuse_deletion_of_posted('patient_id');
create trigger posted_stays before delete on payer
  for each row execute function refuse_deletion_of_posted('payer_id');
