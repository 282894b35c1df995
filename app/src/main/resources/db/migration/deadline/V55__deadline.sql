-- One clock: a day by which something has to be done, with the rule it comes from. The due day is computed from the rule and
-- the start, and computed again when either changes; what happened to it stands in deadline_event.
create table deadline_clock (
  deadline_clock_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  kind text not null check (kind in ('TIMELY_FILING', 'CORRECTED_CLAIM', 'APPEAL', 'APPEAL_DECISION', 'AUTHORIZATION_DECISION',
    'AUTHORIZATION_END', 'ESTIMATE', 'OVERPAYMENT', 'QUERY', 'COMP_ACKNOWLEDGMENT', 'COMP_PAYMENT', 'COMP_SECOND_REVIEW')),
  subject text not null check (btrim(subject) <> ''),
  step int not null default 1 check (step > 0),
  title text not null,
  claim_id bigint references claim,
  payer_id bigint references payer,
  link text,
  amount int not null check (amount >= 0),
  unit text not null check (unit in ('DAYS', 'BUSINESS_DAYS', 'MONTHS')),
  presumed_receipt_days int not null default 0 check (presumed_receipt_days >= 0),
  source text not null check (btrim(source) <> ''),
  is_assumed boolean not null default false,
  starts_on date not null,
  due_on date not null,
  evidence text,
  owner text not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'SUSPENDED', 'MET', 'ENDED')),
  suspended_on date check ((state = 'SUSPENDED') = (suspended_on is not null)),
  stopped_on date check ((state in ('MET', 'ENDED')) = (stopped_on is not null)),
  version int not null default 0,
  unique (organization_id, kind, subject, step)
);
create index on deadline_clock (organization_id, state, due_on);
create index on deadline_clock (claim_id) where claim_id is not null;
call tenant_table('deadline_clock');

create table deadline_event (
  deadline_event_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  deadline_clock_id bigint not null references deadline_clock,
  happened_at timestamptz not null,
  actor text not null,
  what text not null,
  why text not null,
  due_on date not null
);
create index on deadline_event (deadline_clock_id, deadline_event_id);
call tenant_table('deadline_event', true);

-- What a payer's contract or manual says of corrected claims and appeals. Where nothing is entered, the law's or an assumed
-- number of days is used and marked as such.
create table payer_term (
  payer_id bigint primary key references payer,
  organization_id bigint not null default current_organization() references organization,
  corrected_claim_days int check (corrected_claim_days > 0),
  source text not null check (btrim(source) <> ''),
  saved_by text not null,
  saved_at timestamptz not null
);
call tenant_table('payer_term');

create table payer_appeal_level (
  payer_id bigint not null references payer_term on delete cascade,
  level int not null check (level > 0),
  organization_id bigint not null default current_organization() references organization,
  title text not null check (btrim(title) <> ''),
  days int not null check (days > 0),
  decision_days int check (decision_days > 0),
  primary key (payer_id, level)
);
call tenant_table('payer_appeal_level');

-- Calendars that read a user's deadlines by a secret address. The organization is known only after the token is found, so
-- that this table is guarded by grants and not by tenancy; it holds digests, no tokens.
create table deadline_feed (
  token_digest text primary key,
  organization_id bigint not null references organization,
  user_name text not null unique,
  created_at timestamptz not null
);
grant select, insert, delete on deadline_feed to cleanclaim_app;
