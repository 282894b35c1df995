-- Each correction has a clock of its own: those that no payer has taken yet get theirs.
alter table claim no force row level security;
alter table payer no force row level security;
alter table payer_term no force row level security;
alter table deadline_clock no force row level security;
alter table deadline_event no force row level security;

with limited as (
  select c.organization_id, c.claim_id, c.payer_id, c.public_id, c.control_number, c.file_by,
    o.payer_id = c.payer_id and t.corrected_claim_days is not null as is_by_terms,
    t.corrected_claim_days, t.source, y.timely_filing_days
  from claim c
  join claim o on o.claim_id = c.replaces_claim_id
  join payer y on y.payer_id = c.payer_id
  left join payer_term t on t.payer_id = c.payer_id
  where c.status in ('DRAFT', 'HELD', 'READY', 'SENT', 'ACCEPTED', 'REJECTED')
), begun as (
  insert into deadline_clock (organization_id, kind, subject, title, claim_id, payer_id, link, amount, unit, source,
    starts_on, due_on, owner)
  select organization_id, 'CORRECTED_CLAIM', 'correction ' || control_number, 'Send the corrected claim', claim_id, payer_id,
    '/claims/' || public_id, corrected_claim_days, 'DAYS', source, file_by - corrected_claim_days, file_by, 'BILLER'
  from limited
  where is_by_terms
  union all
  select organization_id, 'TIMELY_FILING', 'claim ' || control_number, 'File the claim', claim_id, payer_id,
    '/claims/' || public_id, timely_filing_days, 'DAYS', 'payer directory', file_by - timely_filing_days, file_by, 'BILLER'
  from limited
  where not is_by_terms
  on conflict (organization_id, kind, subject, step) do nothing
  returning organization_id, deadline_clock_id, amount, starts_on, due_on
)
insert into deadline_event (organization_id, deadline_clock_id, happened_at, actor, what, why, due_on)
select organization_id, deadline_clock_id, now(), 'system', 'Started', amount || ' days from ' || starts_on, due_on
from begun;

alter table claim force row level security;
alter table payer force row level security;
alter table payer_term force row level security;
alter table deadline_clock force row level security;
alter table deadline_event force row level security;
