-- The certificates of the practice's laboratory, one on each day.
create table clia_certificate (
  clia_certificate_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  number text not null check (number ~ '^[0-9]{2}D[0-9]{7}$'),
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  entered_by text not null,
  entered_at timestamptz not null,
  exclude using gist (organization_id with =, valid with &&)
);
call tenant_table('clia_certificate');
