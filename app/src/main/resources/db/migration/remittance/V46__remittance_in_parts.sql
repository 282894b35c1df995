-- A remittance is proven before anything of it is posted. A large one is posted in parts, each in its own transaction;
-- it is POSTED when the last part stands. What cannot be posted is STOPPED with a reason until somebody decides.
alter table remittance
  drop constraint remittance_status_check,
  drop constraint remittance_organization_id_payer_key_trace_paid_paid_on_key,
  add constraint remittance_status_check check (
    status in ('POSTING', 'POSTED', 'OUT_OF_BALANCE', 'STOPPED', 'DISCARDED')),
  alter column exchanged_file_id drop not null,
  add column source text not null default 'FILE' check (source in ('FILE', 'EOB')),
  add column money_digest text not null default '',
  add column transaction_position int not null default 1,
  add column claim_count int not null default 0,
  add column equation_count bigint not null default 0,
  add column claims_paid usd not null default 0,
  add column provider_adjusted usd not null default 0,
  add column entered_by text,
  add column released_by text,
  add column bank_deposit_id bigint,
  add constraint posted_remittance_is_proven check (
    status not in ('POSTING', 'POSTED') or money_digest = '' or claims_paid - provider_adjusted = paid);
create unique index remittance_once on remittance (organization_id, payer_key, trace, paid, paid_on, money_digest);
create index on remittance (organization_id, payer_key, money_digest);
create index on remittance (organization_id, status) where status in ('POSTING', 'OUT_OF_BALANCE', 'STOPPED');

create table remittance_part (
  remittance_id bigint not null references remittance,
  part int not null,
  organization_id bigint not null default current_organization() references organization,
  claims int not null,
  posted_at timestamptz not null,
  primary key (remittance_id, part)
);
call tenant_table('remittance_part', true);

alter table claim_payment
  drop constraint claim_payment_match_check,
  add constraint claim_payment_match_check check (match in (
    'CONTROL_NUMBER', 'PAYER_CONTROL_NUMBER', 'PATIENT_DATE_CHARGE', 'PATIENT_DATE_CODES', 'MANUAL', 'NOT_OURS',
    'UNMATCHED')),
  add column match_reason text,
  add column reverses_claim_payment_id bigint references claim_payment,
  add column corrects_claim_payment_id bigint references claim_payment,
  add column crossover text,
  add column remarks text[] not null default '{}';
create index on claim_payment (reverses_claim_payment_id) where reverses_claim_payment_id is not null;
create index on claim_payment (corrects_claim_payment_id) where corrects_claim_payment_id is not null;

alter table line_adjudication
  add column match text,
  add column adjusted usd,
  add column refused usd,
  add constraint line_is_proven check (adjusted is null or charged - adjusted = paid);

-- What waits for a person: a sentence, the place in the file, what to do.
create table remittance_exception (
  remittance_exception_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  remittance_id bigint not null references remittance,
  claim_payment_id bigint references claim_payment,
  kind text not null check (kind in (
    'OUT_OF_BALANCE', 'UNREADABLE', 'OTHER_PAYEE', 'REPEATED_TRACE', 'REPEATED_CONTENT', 'NEGATIVE_PAYMENT',
    'UNMATCHED_CLAIM', 'REVERSAL_WITHOUT_PAYMENT', 'CREDIT_LEFT')),
  place text not null,
  sentence text not null,
  remedy text not null,
  amount usd not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  outcome text
);
create index on remittance_exception (remittance_id);
create index on remittance_exception (organization_id, opened_at) where closed_at is null;
call tenant_table('remittance_exception');

-- Provider-level adjustments, each in its account: what the payer keeps or moves outside any claim.
create table provider_adjustment (
  remittance_id bigint not null references remittance,
  position int not null,
  organization_id bigint not null default current_organization() references organization,
  payer_id bigint references payer,
  provider_id text not null,
  reason text not null,
  account text not null check (account in ('BALANCE', 'INTEREST', 'OTHER')),
  reference text,
  amount usd not null,
  claim_id bigint references claim,
  primary key (remittance_id, position)
);
create index on provider_adjustment (organization_id, payer_id, account);
call tenant_table('provider_adjustment', true);

-- A person may find the claim of a payment later; what the payer said stays as it is.
grant update (claim_id, line, match, expected_allowed, outcome) on line_adjudication to cleanclaim_app;
