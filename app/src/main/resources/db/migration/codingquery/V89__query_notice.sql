-- Who was told that a query stayed unanswered, and why.
create table query_notice (
  query_notice_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  coding_query_id bigint not null references coding_query,
  told text not null check (btrim(told) <> ''),
  why text not null,
  told_at timestamptz not null
);
create index on query_notice (coding_query_id);
call tenant_table('query_notice', true);
