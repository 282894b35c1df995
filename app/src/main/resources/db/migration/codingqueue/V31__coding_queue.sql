-- Queues of charts that a manager builds from criteria.
create table coding_queue (
  coding_queue_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  name text not null check (btrim(name) <> ''),
  criteria jsonb not null,
  sequence text not null check (sequence in ('OLDEST_SERVICE', 'NEWEST_SERVICE', 'HIGHEST_CHARGE', 'URGENT_FIRST')),
  credentials text[] not null default '{}',
  place int not null default 100,
  unique (organization_id, name)
);
call tenant_table('coding_queue');

-- Which finished charts a second person looks at first.
create table coding_review_rule (
  organization_id bigint not null default current_organization() references organization,
  kind text not null check (kind in ('HIGH_CHARGE', 'SINGLE_CC_MCC', 'RANDOM_SHARE', 'NEW_CODER')),
  threshold bigint not null check (threshold >= 0),
  primary key (organization_id, kind)
);
call tenant_table('coding_review_rule');

-- A second look at the codes as they were then; nobody reviews their own.
create table coding_review (
  coding_review_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  codes text not null,
  why text not null,
  coder text not null,
  asked_at timestamptz not null,
  decision text check (decision in ('APPROVED', 'RETURNED')),
  decided_by text,
  decided_at timestamptz,
  note text,
  check ((decision is null) = (decided_by is null)),
  check (decided_by <> coder),
  check (decision <> 'RETURNED' or btrim(note) <> '')
);
create unique index on coding_review (chart_id) where decision is null;
call tenant_table('coding_review');
