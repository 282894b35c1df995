-- A line that a payer allowed less for than its contract says.
create table underpayment (
  underpayment_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  remittance_id bigint not null references remittance,
  claim_payment_id bigint not null references claim_payment,
  position int not null,
  claim_id bigint not null references claim,
  line int,
  payer_id bigint not null references payer,
  procedure text not null,
  served_on date not null,
  paid_on date not null,
  charged usd not null,
  expected usd not null,
  allowed usd not null,
  recovered usd not null default 0,
  contract text not null,
  term text not null,
  steps jsonb not null,
  adjustments text[] not null default '{}',
  state text not null check (state in ('OPEN', 'DISPUTED', 'RECOVERED', 'WRITTEN_OFF', 'ACCEPTED', 'SUPERSEDED')),
  opened_at timestamptz not null,
  version int not null default 0,
  check (expected > allowed),
  check (recovered >= 0 and recovered <= expected - allowed),
  unique (claim_payment_id, position)
);
create index on underpayment (claim_id, line);
create index on underpayment (organization_id, state);
call tenant_table('underpayment');

create table underpayment_step (
  underpayment_id bigint not null references underpayment,
  position int not null,
  organization_id bigint not null default current_organization() references organization,
  state text not null,
  note text not null,
  recovered usd not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (underpayment_id, position)
);
call tenant_table('underpayment_step', true);
