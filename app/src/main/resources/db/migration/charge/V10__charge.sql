-- A charge is never edited: a corrected one replaces it.
create table charge (
  charge_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null references encounter,
  line int not null check (line > 0),
  revision int not null default 1,
  procedure text not null,
  modifiers text[] not null default '{}',
  units numeric(9, 3) not null,
  unit_price usd not null,
  amount usd not null,
  diagnoses text[] not null,
  served_on date not null,
  captured_by text not null,
  captured_at timestamptz not null,
  replaced_by bigint references charge,
  unique (encounter_id, line, revision)
);
create index on charge (encounter_id) where replaced_by is null;
call tenant_table('charge');
