create table chart (
  chart_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null unique references encounter,
  status text not null check (status in ('UNASSIGNED', 'IN_PROGRESS', 'PENDING', 'FINAL_CODED', 'REOPENED')),
  coder text,
  finalized_at timestamptz,
  version int not null default 0
);
call tenant_table('chart');

create table suggestion (
  suggestion_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  code_system text not null,
  code text not null,
  title text not null,
  confidence_percent int not null check (confidence_percent between 0 and 100),
  evidence jsonb not null,
  path jsonb not null,
  missing_detail jsonb not null,
  decision text check (decision in ('ACCEPTED', 'REJECTED')),
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  unique (chart_id, code_system, code)
);
call tenant_table('suggestion');

-- A final code carries evidence or a reason; nothing else may be final.
create table chart_code (
  chart_code_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  position int not null check (position > 0),
  code_system text not null,
  code text not null,
  title text not null,
  evidence jsonb not null default '[]',
  reason text,
  added_by text not null,
  unique (chart_id, position) deferrable initially deferred,
  unique (chart_id, code_system, code),
  check (jsonb_array_length(evidence) > 0 or reason is not null)
);
call tenant_table('chart_code');
