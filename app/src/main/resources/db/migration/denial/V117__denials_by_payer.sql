-- A case is of the payer of its claim; the list and its sums ask for it without the claim.
alter table denial_case add column payer_id bigint references payer;
alter table denial_case no force row level security;
alter table claim no force row level security;
update denial_case d set payer_id = c.payer_id from claim c where c.claim_id = d.claim_id;
alter table claim force row level security;
alter table denial_case force row level security;
alter table denial_case alter column payer_id set not null;
create index denial_open_sums on denial_case (organization_id, cause, payer_id) include (amount, recovered)
  where status in ('NEW', 'IN_WORK', 'APPEALED');
