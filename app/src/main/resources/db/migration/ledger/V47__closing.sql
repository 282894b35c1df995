-- Days and periods that are closed: a later entry for such a day counts for the first open one.
create table closing (
  closing_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  kind text not null check (kind in ('DAY', 'PERIOD')),
  closed_through date not null,
  closed_at timestamptz not null,
  closed_by text not null,
  postings bigint not null,
  debits usd not null,
  credits usd not null,
  ledger_hash text not null,
  note text,
  unique (organization_id, kind, closed_through),
  check (debits = credits)
);
call tenant_table('closing', true);

-- What a role may give up alone; above it a second person has to agree.
create table write_off_limit (
  organization_id bigint not null default current_organization() references organization,
  role text not null check (role in ('BILLER', 'MANAGER')),
  amount usd not null check (amount >= 0),
  primary key (organization_id, role)
);
call tenant_table('write_off_limit');

create table write_off (
  write_off_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  account text not null check (account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE')),
  patient_id bigint not null references patient,
  claim_id bigint references claim,
  reason text not null check (reason in (
    'SMALL_BALANCE', 'BAD_DEBT', 'TIMELY_FILING', 'NOT_AUTHORIZED', 'CHARITY', 'COURTESY', 'CONTRACT', 'OTHER')),
  note text not null,
  amount usd not null check (amount > 0),
  status text not null check (status in ('WAITING', 'POSTED', 'REFUSED')),
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  check (status <> 'REFUSED' or decided_by is not null),
  check (account <> 'INSURANCE_RECEIVABLE' or claim_id is not null)
);
create index on write_off (organization_id, requested_at) where status = 'WAITING';
call tenant_table('write_off');
