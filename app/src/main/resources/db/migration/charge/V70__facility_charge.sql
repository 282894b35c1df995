-- A line of a hospital bill: by department, with or without a procedure. Never edited: a corrected one replaces it.
create table facility_charge (
  facility_charge_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null references encounter,
  line int not null check (line > 0),
  revision int not null default 1,
  revenue_code text not null check (revenue_code ~ '^[0-9]{4}$'),
  procedure text,
  modifiers text[] not null default '{}',
  units numeric(9, 3) not null check (units > 0),
  amount usd not null check (amount >= 0),
  served_from date not null,
  served_through date not null check (served_through >= served_from),
  captured_by text not null,
  captured_at timestamptz not null,
  replaced_by bigint references facility_charge,
  unique (encounter_id, line, revision)
);
create index on facility_charge (encounter_id) where replaced_by is null;
call tenant_table('facility_charge');
