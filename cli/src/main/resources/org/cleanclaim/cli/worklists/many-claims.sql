-- A practice that has billed for two and a half years, invented: {claims} claims of {claims} / 4 patients to twelve payers, most
-- decided, the latest on their way, some held. Triggers and foreign keys rest while it is written; the sums hold all the same.
set session_replication_role = replica;
set synchronous_commit = off;
select setseed(0.42);

create temp table drawn as
select n, random() as share, random() as fate, random() as size, random() as name, random() as given, random() as whose,
  date '2026-11-20' - ((({claims} - n)::bigint * 900) / {claims})::int as day
from generate_series(1, {claims}) n;

insert into payer (payer_id, organization_id, slug, name, electronic_id, filing_code, timely_filing_days)
overriding system value
select n, {organization}, 'payer-' || n, 'PAYER ' || n, 'PAY' || n, case n when 1 then 'MB' else 'CI' end, 365
from generate_series(1, 12) n;

insert into patient (patient_id, organization_id, account_number, last_name, first_name, born_on, sex, address_line, city,
  state, postal_code, created_at)
overriding system value
select n, {organization}, 'A' || n,
  initcap((array['ba','be','bo','ca','co','da','do','fa','fe','ga','go','ha','he','ja','jo','ka','ko','la','le','ma','me','mo',
    'na','ne','pa','pe','ra','re','ro','sa','se','so','ta','te','to','va','ve','wa','we','za'])[1 + floor(name * name * 40)::int])
    || (array['bert','chan','dell','field','gan','han','ker','lin','man','mer','nard','nez','ning','path','rell','rin','rod',
    'sen','ski','son','stein','ston','ter','ton','vance','ver','vin','well','wick','zak'])[1 + floor(given * 30)::int],
  (array['Ann','Ben','Carla','Dan','Eve','Finn','Gus','Hana','Ian','Joy','Kim','Leo','Mia','Noa'])[1 + floor(size * 14)::int],
  date '1940-01-01' + (share * 29000)::int, case when fate < 0.5 then 'FEMALE' else 'MALE' end, '1 Road', 'Dover', 'DE', '19901',
  now()
from drawn
where n <= greatest({claims} / 4, 1);

insert into coverage (coverage_id, organization_id, patient_id, payer_id, sequence, plan_name, member_id, effective)
overriding system value
select n, {organization}, n, 1 + floor(whose * whose * 12)::int, 'PRIMARY', 'Plan', 'M' || n,
  daterange('2023-01-01', null)
from drawn
where n <= greatest({claims} / 4, 1);

insert into subscriber (organization_id, coverage_id, relationship, effective, saved_by, saved_at)
select {organization}, n, 'SELF', daterange('2023-01-01', null), 'bench', now()
from drawn
where n <= greatest({claims} / 4, 1);

insert into encounter (encounter_id, organization_id, visit_number, patient_id, provider_name, provider_npi,
  provider_taxonomy, specialty, setting, place_of_service, served_on, created_at)
overriding system value
select n, {organization}, 'V' || n, 1 + n % greatest({claims} / 4, 1), 'Provider', '1234567893', '207Q00000X', 'Family',
  'OUTPATIENT', '11', day, day
from drawn;

insert into chart (organization_id, encounter_id, status, coder, finalized_at)
select {organization}, n, 'FINAL_CODED', 'casey', day from drawn;

-- One visit in a hundred is not coded yet.
insert into encounter (encounter_id, organization_id, visit_number, patient_id, provider_name, provider_npi,
  provider_taxonomy, specialty, setting, place_of_service, served_on, created_at)
overriding system value
select {claims} + n, {organization}, 'V' || {claims} + n, n, 'Provider', '1234567893', '207Q00000X', 'Family', 'OUTPATIENT',
  '11', day, day
from (
  select row_number() over (order by n desc) as n, date '2026-11-20' - (n % 14)::int as day
  from drawn
  order by n desc
  limit greatest({claims} / 100, 1)) latest;
insert into chart (organization_id, encounter_id, status)
select {organization}, encounter_id, case when encounter_id % 5 = 0 then 'PENDING' else 'UNASSIGNED' end
from encounter
where encounter_id > {claims};

-- The last month is on its way; of what is older the payers have decided nearly all.
insert into claim (claim_id, organization_id, control_number, encounter_id, patient_id, payer_id, coverage_id, status,
  snapshot, total_charge, served_from, served_through, payer_claim_control_number, file_by, created_at, first_sent_at,
  last_sent_at, adjudicated_at)
overriding system value
select d.n, {organization}, 'CC' || lpad(d.n::text, 8, '0'), d.n, v.patient_id, v.payer_id, v.coverage_id, s.status,
  '{snapshot}'::jsonb, 40 + round((d.size * 600)::numeric, 2), d.day, d.day,
  case when s.status in ('AT_PAYER', 'ADJUDICATED') then 'P' || d.n end, d.day + 365, d.day,
  case when s.status not in ('HELD', 'READY', 'DRAFT') then d.day + 2 end,
  case when s.status not in ('HELD', 'READY', 'DRAFT') then d.day + 2 end,
  case when s.status = 'ADJUDICATED' then d.day + 20 end
from drawn d
join coverage v on v.coverage_id = 1 + d.n % greatest({claims} / 4, 1)
cross join lateral (
  select case
    when d.day > date '2026-10-20' then (array['HELD','READY','REJECTED','SENT','ACCEPTED','AT_PAYER','AT_PAYER','AT_PAYER',
      'ADJUDICATED','ADJUDICATED'])[1 + floor(d.fate * 10)::int]
    when d.fate < 0.01 then 'VOIDED'
    when d.fate < 0.015 then 'REJECTED'
    when d.fate < 0.05 then 'AT_PAYER'
    else 'ADJUDICATED' end as status) s;

insert into claim_finding (claim_id, revision, position, organization_id, rule_id, layer, severity, place, message, remedy,
  source, found_at)
select c.claim_id, 1, p.position, {organization},
  (array['CLM-DX-01','CLM-NPI-02','CLM-DATE-03','CLM-MOD-04','CLM-UNIT-05','CLM-POS-06'])[1 + (c.claim_id % 6)::int], 'STRUCTURE',
  case when c.status = 'HELD' then 'ERROR' else 'WARNING' end, 'line 1', 'What is wrong', 'What to do', 'invented', c.created_at
from claim c
cross join generate_series(1, 2) as p (position)
where c.status = 'HELD' or c.claim_id % 8 = 0;

insert into remittance (remittance_id, organization_id, exchanged_file_id, payer_id, payer_key, payer_name, trace, method, paid,
  paid_on, status, content, received_at, posted_at)
overriding system value
select n, {organization}, 1, 1 + n % 12, 'PAY' || (1 + n % 12), 'PAYER ' || (1 + n % 12), 'EFT' || n, 'ACH', 1000,
  date '2024-06-20' + (n * 900 / greatest({claims} / 400, 1)), 'POSTED', '{}'::jsonb, now(), now()
from generate_series(1, greatest({claims} / 400, 1)) n;

insert into claim_payment (claim_payment_id, organization_id, remittance_id, position, claim_id, claim_control_number,
  payer_claim_control_number, status_code, charged, paid, patient_responsibility, match)
overriding system value
select c.claim_id, {organization}, 1 + (c.claim_id - 1) / 400 % greatest({claims} / 400, 1), c.claim_id, c.claim_id,
  c.control_number, c.payer_claim_control_number, '1', c.total_charge, round(c.total_charge * 0.6, 2),
  round(c.total_charge * 0.1, 2), 'CONTROL_NUMBER'
from claim c
where c.status = 'ADJUDICATED';

insert into remittance_exception (organization_id, remittance_id, kind, place, sentence, remedy, amount, opened_at, closed_at)
select {organization}, 1 + n % greatest({claims} / 400, 1), 'UNMATCHED_CLAIM', 'CLP ' || n, 'Nobody has this claim.',
  'Match it.', 100, now(), case when n % 8 > 0 then now() end
from generate_series(1, greatest({claims} / 400, 8)) n;

-- One in fifteen is denied in part; one in six of those is still worked.
insert into denial_case (organization_id, claim_id, payer_id, claim_payment_id, line, procedure, adjustment_group, reason_code, amount,
  cause, proposed_action, status, act_by, opened_at)
select {organization}, c.claim_id, c.payer_id, c.claim_id, 1, '99213', 'CO', '197', round(c.total_charge * 0.3, 2),
  (array['authorization','bundled','medical-necessity','timely-filing','other'])[1 + (c.claim_id % 5)::int], 'APPEAL',
  case when c.claim_id % 6 = 0 then 'NEW' when c.claim_id % 2 = 0 then 'WON' else 'CLOSED' end, c.served_from + 120, now()
from claim c
where c.status = 'ADJUDICATED' and c.claim_id % 15 = 0;

-- One in twenty is paid below its contract; three in ten of those still wait for somebody.
insert into underpayment (organization_id, remittance_id, claim_payment_id, position, claim_id, line, payer_id, procedure,
  served_on, paid_on, charged, expected, allowed, contract, term, steps, state, opened_at)
select {organization}, p.remittance_id, p.claim_payment_id, 1, c.claim_id, 1, c.payer_id, '99213', c.served_from,
  c.served_from + 20, c.total_charge, round(c.total_charge * 0.7, 2), round(c.total_charge * 0.6, 2), 'Contract',
  'percent of charge', '[]'::jsonb,
  (array['OPEN','OPEN','DISPUTED','ACCEPTED','RECOVERED','ACCEPTED','ACCEPTED','WRITTEN_OFF','SUPERSEDED','ACCEPTED'])
    [1 + (c.claim_id / 20 % 10)::int], now()
from claim_payment p
join claim c using (claim_id)
where c.claim_id % 20 = 0;

insert into deadline_clock (organization_id, kind, subject, step, title, claim_id, payer_id, link, amount, unit, source,
  starts_on, due_on, owner, state, stopped_on, evidence)
select {organization}, 'TIMELY_FILING', 'claim ' || c.control_number, 1, 'File the claim', c.claim_id, c.payer_id,
  '/claims/' || c.public_id, 365, 'DAYS', 'payer directory', c.served_from, c.file_by, 'BILLER',
  case when c.first_sent_at is null then 'RUNNING' else 'MET' end,
  case when c.first_sent_at is not null then c.served_from + 3 end, 'The 277CA accepts it'
from claim c;
insert into deadline_clock (organization_id, kind, subject, step, title, claim_id, payer_id, link, amount, unit, source,
  starts_on, due_on, owner)
select {organization}, 'APPEAL', 'denial ' || d.public_id, 1, 'First appeal', c.claim_id, c.payer_id,
  '/denials/' || d.public_id, 90, 'DAYS', 'contract', c.served_from, d.act_by, 'BILLER'
from denial_case d
join claim c using (claim_id)
where d.status = 'NEW';

-- What was billed is owed until it is decided: six tenths are paid, three written down or denied, one is the patient's.
insert into posting (organization_id, kind, reason, source, idempotency_key, effective_on, posted_at, actor)
select {organization}, 'BILLED', 'Billed', 'claim ' || control_number, 'billed-' || claim_id, served_from, first_sent_at, 'bench'
from claim
where first_sent_at is not null;
insert into posting (organization_id, kind, reason, source, idempotency_key, effective_on, posted_at, actor)
select {organization}, 'REMITTANCE', 'Paid', 'remittance', 'paid-' || claim_id, served_from + 20, adjudicated_at, 'bench'
from claim
where adjudicated_at is not null;
insert into posting (organization_id, kind, reason, source, idempotency_key, effective_on, posted_at, actor)
select {organization}, 'PATIENT_PAYMENT', 'Paid', 'receipt', 'patient-' || claim_id, served_from + 50, adjudicated_at, 'bench'
from claim
where adjudicated_at is not null and claim_id % 4 > 0;

insert into entry (organization_id, posting_id, position, account, amount, patient_id, encounter_id, claim_id, payer_id,
  effective_on)
select {organization}, p.posting_id, s.position, s.account, s.sign * c.total_charge, c.patient_id, c.encounter_id, c.claim_id,
  c.payer_id, p.effective_on
from claim c
join posting p on p.idempotency_key = 'billed-' || c.claim_id
cross join (values (1, 'INSURANCE_RECEIVABLE', 1), (2, 'UNBILLED', -1)) as s (position, account, sign);
insert into entry (organization_id, posting_id, position, account, amount, patient_id, encounter_id, claim_id, payer_id,
  effective_on)
select {organization}, p.posting_id, s.position, s.account, s.amount, c.patient_id, c.encounter_id, c.claim_id, c.payer_id,
  p.effective_on
from claim c
join posting p on p.idempotency_key = 'paid-' || c.claim_id
cross join lateral (values
  (1, 'INSURANCE_RECEIVABLE', -c.total_charge + case when c.claim_id % 15 = 0 then round(c.total_charge * 0.3, 2) else 0 end),
  (2, 'DEPOSIT_IN_TRANSIT', round(c.total_charge * 0.6, 2)),
  (3, 'PATIENT_RECEIVABLE', round(c.total_charge * 0.1, 2)),
  (4, 'CONTRACTUAL_ADJUSTMENT', c.total_charge - round(c.total_charge * 0.6, 2) - round(c.total_charge * 0.1, 2)
    - case when c.claim_id % 15 = 0 then round(c.total_charge * 0.3, 2) else 0 end)) as s (position, account, amount)
where s.amount <> 0;
insert into entry (organization_id, posting_id, position, account, amount, patient_id, encounter_id, claim_id, payer_id,
  effective_on)
select {organization}, p.posting_id, s.position, s.account, s.sign * round(c.total_charge * 0.1, 2), c.patient_id,
  c.encounter_id, c.claim_id, null, p.effective_on
from claim c
join posting p on p.idempotency_key = 'patient-' || c.claim_id
cross join (values (1, 'BANK', 1), (2, 'PATIENT_RECEIVABLE', -1)) as s (position, account, sign);

-- What triggers would have kept.
insert into ledger_day (organization_id, effective_on, account, lane, debits, credits)
select organization_id, effective_on, account, 0, coalesce(sum(amount) filter (where amount > 0), 0),
  coalesce(-sum(amount) filter (where amount < 0), 0)
from entry
where organization_id = {organization}
group by organization_id, effective_on, account;
