-- What waits, in the order in which it is shown: each list over a million claims begins with an index that holds only what
-- waits. What happened long ago is in none of them.

-- Findings are worked on claims that may still be changed; they are counted without a look at the rows.
create index claim_to_correct on claim (organization_id, served_from, claim_id) include (revision, payer_id)
  where status in ('DRAFT', 'HELD', 'READY', 'REJECTED');
create index claim_finding_open on claim_finding (claim_id, revision, organization_id) include (rule_id, layer, severity)
  where finding_override_id is null;

-- When a claim went out last: since then a payer is silent about it.
alter table claim add column last_sent_at timestamptz;
alter table claim no force row level security;
alter table submission no force row level security;
alter table submission_claim no force row level security;
update claim c
set last_sent_at = s.at
from (
  select sc.claim_id, max(s.sent_at) as at
  from submission_claim sc
  join submission s using (submission_id)
  group by sc.claim_id) s
where s.claim_id = c.claim_id;
alter table submission_claim force row level security;
alter table submission force row level security;
alter table claim force row level security;
create index claim_at_payer on claim (organization_id, payer_id, status, last_sent_at, claim_id)
  where status in ('SENT', 'ACCEPTED', 'AT_PAYER') and last_sent_at is not null;
create index claim_decided on claim (organization_id, payer_id, adjudicated_at) include (first_sent_at)
  where adjudicated_at is not null and first_sent_at is not null;
