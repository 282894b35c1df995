-- Who has a chart open. One person at a time; a lock that has run out counts for nothing.
create table chart_lock (
  chart_id bigint primary key references chart,
  organization_id bigint not null default current_organization() references organization,
  holder text not null,
  since timestamptz not null,
  expires_at timestamptz not null check (expires_at > since)
);
call tenant_table('chart_lock');

-- Why a chart waits. It is not final while one of these is open.
create table chart_pending (
  chart_pending_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  reason text not null check (reason in ('QUERY', 'DOCUMENT', 'AUTHORIZATION', 'SIGNATURE', 'CHARGES', 'SECOND_REVIEW', 'OTHER')),
  note text not null default '',
  follow_up_on date,
  added_by text not null,
  added_at timestamptz not null,
  resolved_by text,
  resolved_at timestamptz,
  outcome text,
  check ((resolved_by is null) = (resolved_at is null)),
  check (reason <> 'OTHER' or btrim(note) <> '')
);
create index on chart_pending (chart_id) where resolved_at is null;
call tenant_table('chart_pending');

-- The documents that a chart was opened with, and those that came later.
create table chart_document (
  document_id bigint primary key references document,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  is_late boolean not null,
  new_codes text[] not null default '{}',
  came_at timestamptz not null,
  seen_by text,
  seen_at timestamptz
);
create index on chart_document (chart_id) where is_late;
call tenant_table('chart_document');

insert into chart_document (document_id, organization_id, chart_id, is_late, came_at)
select d.document_id, d.organization_id, c.chart_id, false, d.received_at
from document d
join chart c using (encounter_id);

alter table chart add column reopened_reason text;
