create table remittance (
  remittance_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  exchanged_file_id bigint not null references exchanged_file,
  payer_id bigint references payer,
  payer_key text not null,
  payer_name text not null,
  trace text not null,
  method text not null,
  paid usd not null,
  paid_on date not null,
  status text not null check (status in ('POSTED', 'OUT_OF_BALANCE')),
  content jsonb not null,
  received_at timestamptz not null,
  posted_at timestamptz,
  unique (organization_id, payer_key, trace, paid, paid_on)
);
call tenant_table('remittance');

create table balance_equation (
  remittance_id bigint not null references remittance,
  position int not null,
  organization_id bigint not null default current_organization() references organization,
  level text not null check (level in ('SERVICE', 'CLAIM', 'TRANSACTION')),
  place text not null,
  formula text not null,
  expected usd not null,
  stated usd not null,
  primary key (remittance_id, position)
);
call tenant_table('balance_equation', true);

create table claim_payment (
  claim_payment_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  remittance_id bigint not null references remittance,
  position int not null,
  claim_id bigint references claim,
  claim_control_number text not null,
  payer_claim_control_number text,
  status_code text not null,
  charged usd not null,
  paid usd not null,
  patient_responsibility usd not null,
  match text not null check (match in ('CONTROL_NUMBER', 'PAYER_CONTROL_NUMBER', 'MANUAL', 'UNMATCHED')),
  unmatched_reason text,
  unique (remittance_id, position)
);
create index on claim_payment (claim_id);
create index on claim_payment (organization_id) where match = 'UNMATCHED';
call tenant_table('claim_payment');

-- What became of each billed line, one row per decision of the payer.
create table line_adjudication (
  claim_payment_id bigint not null references claim_payment,
  position int not null,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint references claim,
  line int,
  procedure text not null,
  charged usd not null,
  allowed usd not null,
  paid usd not null,
  patient_share usd not null,
  expected_allowed usd,
  outcome text not null check (outcome in (
    'PAID_AS_EXPECTED', 'PAID_UNDER', 'PAID_OVER', 'PAID', 'ZERO_PAY_TO_PATIENT', 'DENIED', 'REVERSED')),
  adjustments jsonb not null,
  remarks text[] not null default '{}',
  primary key (claim_payment_id, position)
);
create index on line_adjudication (claim_id, line);
call tenant_table('line_adjudication', true);
