-- A claim may bill several visits: an entry names any of them.
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
      where c.claim_id is null or c.encounter_id <> a.encounter_id and not exists (
        select from claim_source s where s.claim_id = a.claim_id and s.encounter_id = a.encounter_id)
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
