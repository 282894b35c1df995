-- What was open is kept at the end of each month, no more of each quarter: a day in between is asked of a third of the
-- entries. The ends of quarters that were kept stay, as the months that they are.
alter table receivable_quarter rename to receivable_month;
alter table quarter_receivable rename to month_receivable;
alter table quarter_aged rename to month_aged;
alter trigger receivable_quarter_is_append_only on receivable_month rename to receivable_month_is_append_only;
alter trigger quarter_receivable_is_append_only on month_receivable rename to month_receivable_is_append_only;
alter trigger quarter_aged_is_append_only on month_aged rename to month_aged_is_append_only;
alter index quarter_receivable_subject rename to month_receivable_subject;
alter index quarter_receivable_late rename to month_receivable_late;

create or replace function add_to_sums() returns trigger
  language plpgsql security definer set search_path = public as $$
declare
  free int := 0;
begin
  while not pg_try_advisory_xact_lock(7400 + free, current_organization()::int) loop
    free := free + 1;
  end loop;
  insert into ledger_day as d (organization_id, effective_on, account, lane, debits, credits)
  select organization_id, effective_on, account, free, coalesce(sum(amount) filter (where amount > 0), 0),
    coalesce(-sum(amount) filter (where amount < 0), 0)
  from added
  group by organization_id, effective_on, account
  on conflict (organization_id, effective_on, account, lane)
    do update set debits = d.debits + excluded.debits, credits = d.credits + excluded.credits;
  insert into month_receivable (organization_id, through, is_patient, owed_for, subject_id, payer_id, served_on, amount,
    is_late)
  select a.organization_id, q.through, a.account = 'PATIENT_RECEIVABLE',
    case when a.account = 'INSURANCE_RECEIVABLE' and a.claim_id is not null then 'CLAIM'
      when coalesce(a.encounter_id, a.claim_id) is not null then 'VISIT' else 'NONE' end,
    case when a.account = 'INSURANCE_RECEIVABLE' and a.claim_id is not null then a.claim_id
      else coalesce(a.encounter_id, (select c.encounter_id from claim c where c.claim_id = a.claim_id),
        case when a.account = 'PATIENT_RECEIVABLE' then a.patient_id end, 0) end,
    case when a.account = 'INSURANCE_RECEIVABLE' then a.payer_id end, a.effective_on, a.amount, true
  from added a
  join receivable_month q on q.organization_id = a.organization_id and q.through >= a.effective_on
  where a.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE');
  return null;
end $$;

create or replace function move_kept_claim() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock_shared(7303, new.organization_id::int);
  insert into month_aged (organization_id, through, is_patient, payer_id, served_on, owed, credits)
  select k.organization_id, k.through, k.is_patient, k.payer_id, moved.day, moved.sign * greatest(k.amount, 0),
    moved.sign * least(k.amount, 0)
  from month_receivable k
  cross join lateral (values (k.served_on, -1), (new.served_from, 1)) as moved (day, sign)
  where k.organization_id = new.organization_id and not k.is_patient and k.owed_for = 'CLAIM'
    and k.subject_id = new.claim_id and not k.is_late;
  update month_receivable k
  set served_on = new.served_from
  where k.organization_id = new.organization_id and not k.is_patient and k.owed_for = 'CLAIM'
    and k.subject_id = new.claim_id and not k.is_late;
  return null;
end $$;
