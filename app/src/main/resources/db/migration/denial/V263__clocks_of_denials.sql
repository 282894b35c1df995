-- Each open denial has a clock: those that have none get one by their own day, appeals at the payer one of the payer's decision.
alter table claim no force row level security;
alter table entry no force row level security;
alter table denial_case no force row level security;
alter table denial_appeal no force row level security;
alter table deadline_clock no force row level security;
alter table deadline_event no force row level security;

with awaited as (
  select d.organization_id, 'APPEAL_DECISION' as kind, a.level as step, 'Payer decides: ' || a.title as title, d.claim_id,
    c.payer_id, d.public_id, 60 as amount, '29 CFR 2560.503-1(i)(2)(iii)(A)' as source, a.sent_on as starts_on, d.owner
  from denial_case d
  join claim c on c.claim_id = d.claim_id
  join denial_appeal a on a.denial_case_id = d.denial_case_id and a.sent_on is not null and a.decided_on is null
  where d.status = 'APPEALED' and a.level < 5
), worked as (
  select d.organization_id, 'DENIAL' as kind, 1 as step, 'Work the denial' as title, d.claim_id,
    c.payer_id, d.public_id, greatest(0, d.act_by - d.opened_at::date) as amount, 'the practice''s own standard' as source,
    d.opened_at::date as starts_on, d.owner
  from denial_case d
  join claim c on c.claim_id = d.claim_id
  where d.status in ('NEW', 'IN_WORK') and d.correction_claim_id is null
    and not exists (select from deadline_clock k
      where k.organization_id = d.organization_id and k.state in ('RUNNING', 'SUSPENDED')
        and (k.kind = 'APPEAL' and k.subject = 'denial ' || d.public_id
          or k.kind = 'CORRECTED_CLAIM' and k.subject = 'claim ' || c.control_number))
), lost as (
  select d.organization_id, 'DENIAL' as kind, 2 as step, 'Say what becomes of what no appeal has won' as title, d.claim_id,
    c.payer_id, d.public_id, 30 as amount, 'the practice''s own standard' as source,
    (select max(a.decided_on) from denial_appeal a where a.denial_case_id = d.denial_case_id) as starts_on, d.owner
  from denial_case d
  join claim c on c.claim_id = d.claim_id
  where d.status in ('PART_WON', 'LOST') and d.action = 'APPEAL'
    and (select sum(e.amount) from entry e where e.claim_id = d.claim_id and e.account = 'INSURANCE_RECEIVABLE') > 0
), begun as (
  insert into deadline_clock (organization_id, kind, subject, step, title, claim_id, payer_id, link, amount, unit, source,
    is_assumed, starts_on, due_on, owner)
  select organization_id, kind, 'denial ' || public_id, step, title, claim_id, payer_id, '/denials/' || public_id, amount,
    'DAYS', source, true, starts_on, starts_on + amount, owner
  from (select * from awaited union all select * from worked union all select * from lost) k
  where starts_on is not null
  on conflict (organization_id, kind, subject, step) do nothing
  returning organization_id, deadline_clock_id, amount, starts_on, due_on
)
insert into deadline_event (organization_id, deadline_clock_id, happened_at, actor, what, why, due_on)
select organization_id, deadline_clock_id, now(), 'system', 'Started', amount || ' days from ' || starts_on, due_on
from begun;

alter table claim force row level security;
alter table entry force row level security;
alter table denial_case force row level security;
alter table denial_appeal force row level security;
alter table deadline_clock force row level security;
alter table deadline_event force row level security;
