-- Sums that are kept beside the entries, so that a first page need not sum up a ledger. They are written by a trigger in the
-- transaction that adds the entries; whoever closes the books compares them with the entries.

-- What a day moved on an account. Those who post at the same time write to lanes of their own and do not wait for each
-- other: a lane is a lock that is held to the end of the transaction.
create table ledger_day (
  organization_id bigint not null default current_organization() references organization,
  effective_on date not null,
  account text not null,
  lane int not null,
  debits usd not null check (debits >= 0),
  credits usd not null check (credits >= 0),
  primary key (organization_id, effective_on, account, lane)
) with (fillfactor = 50);
call tenant_table('ledger_day');
drop index ledger_day_organization_id_idx;
revoke insert, update, delete on ledger_day from cleanclaim_app;

-- The ends of quarters whose open receivables are kept. Later days are asked of these and the entries after them.
create table receivable_quarter (
  organization_id bigint not null default current_organization() references organization,
  through date not null,
  kept_at timestamptz not null,
  primary key (organization_id, through)
);
call tenant_table('receivable_quarter', true);

-- What was open at the end of a quarter: what an insurer owes of a claim, or a person of a claim or, without one, of a visit.
-- A later entry for a day of the quarter is added as a row of its own.
create table quarter_receivable (
  organization_id bigint not null default current_organization(),
  through date not null,
  account text not null,
  claim_id bigint,
  encounter_id bigint,
  patient_id bigint,
  payer_id bigint,
  first_on date not null,
  amount usd not null
);
call tenant_table('quarter_receivable', true);
drop index quarter_receivable_organization_id_idx;
create index on quarter_receivable (organization_id, through);

create trigger receivable_quarter_is_append_only before update or delete on receivable_quarter
  for each row execute function refuse_change();
create trigger quarter_receivable_is_append_only before update or delete on quarter_receivable
  for each row execute function refuse_change();

alter table entry no force row level security;
insert into ledger_day (organization_id, effective_on, account, lane, debits, credits)
select organization_id, effective_on, account, 0, coalesce(sum(amount) filter (where amount > 0), 0),
  coalesce(-sum(amount) filter (where amount < 0), 0)
from entry
group by organization_id, effective_on, account;
alter table entry force row level security;

create function add_to_sums() returns trigger
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
  insert into quarter_receivable (organization_id, through, account, claim_id, encounter_id, patient_id, payer_id, first_on,
    amount)
  select a.organization_id, q.through, a.account, a.claim_id, case when a.claim_id is null then a.encounter_id end,
    case when a.account = 'PATIENT_RECEIVABLE' then a.patient_id end,
    case when a.account = 'INSURANCE_RECEIVABLE' then a.payer_id end, a.effective_on, a.amount
  from added a
  join receivable_quarter q on q.organization_id = a.organization_id and q.through >= a.effective_on
  where a.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE');
  return null;
end $$;
create trigger entry_is_summed_up after insert on entry
  referencing new table as added
  for each statement execute function add_to_sums();

-- The receivables of some days, from an index alone; entries that are new are seen to soon, that it may be so.
create index entry_receivable_by_day on entry (organization_id, effective_on)
  include (account, claim_id, encounter_id, patient_id, payer_id, amount)
  where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE');
drop index entry_receivable;
alter table entry set (autovacuum_vacuum_insert_scale_factor = 0.02);
