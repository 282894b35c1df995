-- How a practice bills its patients; one row a practice, made when it is first saved. Until then the same values hold in the program.
create table billing_policy (
  organization_id bigint primary key default current_organization() references organization,
  days_to_pay int not null check (days_to_pay between 1 and 120),
  cycle_days int not null check (cycle_days between 7 and 120),
  statements_before_collection int not null check (statements_before_collection between 2 and 12),
  collection_days int not null check (collection_days between 30 and 720),
  is_charitable_hospital boolean not null,
  small_balance usd not null check (small_balance >= 0),
  small_balance_days int not null check (small_balance_days >= 0),
  small_balance_yearly usd not null check (small_balance_yearly >= 0),
  plan_most_months int not null check (plan_most_months between 1 and 60),
  plan_least_instalment usd not null check (plan_least_instalment > 0),
  plan_grace_days int not null check (plan_grace_days between 0 and 60),
  plan_missed_limit int not null check (plan_missed_limit between 1 and 12),
  link_days int not null check (link_days between 1 and 90),
  dispute_answer_days int not null check (dispute_answer_days between 1 and 180),
  poverty_base usd not null check (poverty_base > 0),
  poverty_per_person usd not null check (poverty_per_person > 0),
  poverty_source text not null check (btrim(poverty_source) <> ''),
  assistance_tiers text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  version int not null default 0,
  check (not is_charitable_hospital or collection_days >= 120)
);
call tenant_table('billing_policy');

-- What a person asked for about their bills.
create table billing_wish (
  patient_id bigint primary key references patient,
  organization_id bigint not null default current_organization() references organization,
  language text not null default 'ENGLISH' check (language in ('ENGLISH', 'SPANISH')),
  hold_reason text,
  saved_by text not null,
  saved_at timestamptz not null
);
call tenant_table('billing_wish');

-- Insurance is done with a visit because somebody said so, though a plan on file was not billed.
create table visit_release (
  encounter_id bigint primary key references encounter,
  organization_id bigint not null default current_organization() references organization,
  why text not null check (btrim(why) <> ''),
  released_by text not null,
  released_at timestamptz not null
);
call tenant_table('visit_release', true);

alter table statement
  add column language text not null default 'ENGLISH' check (language in ('ENGLISH', 'SPANISH')),
  add column step int not null default 1 check (step > 0),
  add column due_now usd,
  add column next_on date;

-- Everybody whose visits a statement is about; one statement goes to one who answers for several.
create table statement_person (
  statement_id bigint not null references statement,
  patient_id bigint not null references patient,
  organization_id bigint not null default current_organization() references organization,
  balance usd not null,
  primary key (statement_id, patient_id)
);
create index on statement_person (patient_id);
call tenant_table('statement_person', true);

-- A statement that was refused because its explanations do not add up to the ledger.
create table statement_exception (
  statement_exception_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  refused_on date not null,
  ledger_balance usd not null,
  explained usd not null,
  what text not null,
  settled_by text,
  settled_at timestamptz,
  resolution text,
  unique (patient_id, refused_on)
);
call tenant_table('statement_exception');

-- Secret addresses of statements. The organization is known only after the token is found, so that this table is guarded by
-- grants and not by tenancy; it holds digests, no tokens.
create table statement_link (
  token_digest text primary key,
  link_id uuid not null default uuidv7() unique,
  organization_id bigint not null references organization,
  statement_id bigint not null references statement,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  browser_digest text,
  revoked_at timestamptz,
  check ((opened_at is null) = (browser_digest is null))
);
create index on statement_link (statement_id);
grant select, insert on statement_link to cleanclaim_app;
grant update (opened_at, browser_digest, revoked_at) on statement_link to cleanclaim_app;
