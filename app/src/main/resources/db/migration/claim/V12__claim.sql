-- One bill to one payer. The snapshot is the frozen copy of everything as billed; a fix before sending makes a new
-- revision of it. Money is not kept here: balances come from the ledger.
create table claim (
  claim_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  control_number text not null,
  encounter_id bigint not null references encounter,
  patient_id bigint not null references patient,
  payer_id bigint not null references payer,
  coverage_id bigint not null references coverage,
  replaces_claim_id bigint references claim,
  frequency text not null default 'ORIGINAL',
  status text not null check (status in (
    'DRAFT', 'HELD', 'READY', 'SENT', 'ACCEPTED', 'AT_PAYER', 'REJECTED', 'ADJUDICATED', 'VOIDED', 'REPLACED')),
  revision int not null default 1,
  snapshot jsonb not null,
  total_charge usd not null,
  served_from date not null,
  served_through date not null,
  payer_claim_control_number text,
  file_by date not null,
  created_at timestamptz not null,
  first_sent_at timestamptz,
  adjudicated_at timestamptz,
  version int not null default 0,
  unique (organization_id, control_number)
);
create index on claim (organization_id, status, served_from);
create index on claim (encounter_id);
create index on claim (patient_id);
create unique index on claim (encounter_id, coverage_id)
  where status not in ('VOIDED', 'REPLACED') and replaces_claim_id is null;
call tenant_table('claim');

create table claim_finding (
  claim_id bigint not null references claim on delete cascade,
  revision int not null,
  position int not null,
  organization_id bigint not null default current_organization() references organization,
  rule_id text not null,
  layer text not null,
  severity text not null check (severity in ('ERROR', 'WARNING', 'INFORMATION')),
  place text not null,
  message text not null,
  remedy text not null,
  expected_denial text,
  source text not null,
  found_at timestamptz not null,
  primary key (claim_id, revision, position)
);
call tenant_table('claim_finding');

create table claim_event (
  claim_event_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  happened_at timestamptz not null,
  actor text not null,
  what text not null,
  why text not null,
  next_step text,
  exchanged_file_id bigint references exchanged_file
);
create index on claim_event (claim_id, claim_event_id);
call tenant_table('claim_event', true);

alter table entry add foreign key (claim_id) references claim;
