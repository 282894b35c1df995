-- A balance given to a collection agency, and called back. Money moves by payments and write-offs alone.
create table collection_placement (
  collection_placement_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  agency text not null check (btrim(agency) <> ''),
  amount usd not null check (amount > 0),
  first_statement_on date not null,
  placed_on date not null,
  placed_by text not null,
  status text not null check (status in ('AT_AGENCY', 'RECALLED', 'SETTLED')),
  ended_on date check ((status = 'AT_AGENCY') = (ended_on is null)),
  ended_by text,
  ended_why text
);
create unique index on collection_placement (patient_id) where status = 'AT_AGENCY';
call tenant_table('collection_placement');
