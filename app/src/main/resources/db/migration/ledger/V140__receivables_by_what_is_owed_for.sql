-- What was open at the end of a quarter is kept by what it is owed for, with the day of service, and summed up by party and
-- day: whoever asks for a later day looks at what has moved since alone. The quarters that were kept are kept anew.
alter table receivable_quarter disable trigger receivable_quarter_is_append_only;
delete from receivable_quarter;
alter table receivable_quarter enable trigger receivable_quarter_is_append_only;
drop table quarter_receivable;

-- An insurer owes for a claim, a patient for a visit; what is on neither is owed as such. A later entry for a day of the
-- quarter is added as a row of its own, with its own day.
create table quarter_receivable (
  organization_id bigint not null default current_organization(),
  through date not null,
  is_patient boolean not null,
  owed_for text not null check (owed_for in ('CLAIM', 'VISIT', 'NONE')),
  subject_id bigint not null,
  payer_id bigint,
  served_on date not null,
  amount usd not null,
  is_late boolean not null default false
);
call tenant_table('quarter_receivable', true);
drop index quarter_receivable_organization_id_idx;
create index quarter_receivable_subject on quarter_receivable (organization_id, through, is_patient, owed_for, subject_id)
  include (payer_id, served_on, amount, is_late);
create index quarter_receivable_late on quarter_receivable (organization_id, through) where is_late;
create trigger quarter_receivable_is_append_only
  before delete or update of organization_id, through, is_patient, owed_for, subject_id, payer_id, amount, is_late
  on quarter_receivable for each row execute function refuse_change();

-- The same without later entries, by party and day of service.
create table quarter_aged (
  organization_id bigint not null default current_organization(),
  through date not null,
  is_patient boolean not null,
  payer_id bigint,
  served_on date not null,
  owed usd not null,
  credits usd not null
);
call tenant_table('quarter_aged', true);
drop index quarter_aged_organization_id_idx;
create index on quarter_aged (organization_id, through);
create trigger quarter_aged_is_append_only before update or delete on quarter_aged
  for each row execute function refuse_change();

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
  insert into quarter_receivable (organization_id, through, is_patient, owed_for, subject_id, payer_id, served_on, amount,
    is_late)
  select a.organization_id, q.through, a.account = 'PATIENT_RECEIVABLE',
    case when a.account = 'INSURANCE_RECEIVABLE' and a.claim_id is not null then 'CLAIM'
      when coalesce(a.encounter_id, a.claim_id) is not null then 'VISIT' else 'NONE' end,
    case when a.account = 'INSURANCE_RECEIVABLE' and a.claim_id is not null then a.claim_id
      else coalesce(a.encounter_id, (select c.encounter_id from claim c where c.claim_id = a.claim_id),
        case when a.account = 'PATIENT_RECEIVABLE' then a.patient_id end, 0) end,
    case when a.account = 'INSURANCE_RECEIVABLE' then a.payer_id end, a.effective_on, a.amount, true
  from added a
  join receivable_quarter q on q.organization_id = a.organization_id and q.through >= a.effective_on
  where a.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE');
  return null;
end $$;

-- A claim that comes back may be sent again with another day of service: what was kept of it goes with it. Nobody keeps a
-- quarter meanwhile.
create function move_kept_claim() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock_shared(7303, new.organization_id::int);
  insert into quarter_aged (organization_id, through, is_patient, payer_id, served_on, owed, credits)
  select k.organization_id, k.through, k.is_patient, k.payer_id, moved.day, moved.sign * greatest(k.amount, 0),
    moved.sign * least(k.amount, 0)
  from quarter_receivable k
  cross join lateral (values (k.served_on, -1), (new.served_from, 1)) as moved (day, sign)
  where k.organization_id = new.organization_id and not k.is_patient and k.owed_for = 'CLAIM'
    and k.subject_id = new.claim_id and not k.is_late;
  update quarter_receivable k
  set served_on = new.served_from
  where k.organization_id = new.organization_id and not k.is_patient and k.owed_for = 'CLAIM'
    and k.subject_id = new.claim_id and not k.is_late;
  return null;
end $$;
create trigger claim_moves_what_is_kept after update of served_from on claim
  for each row when (old.served_from is distinct from new.served_from) execute function move_kept_claim();
