-- A received file of which something found nobody, until a person says what became of it.
create table untaken_file (
  untaken_file_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  exchanged_file_id bigint not null references exchanged_file unique,
  parts int not null check (parts > 0),
  why text not null,
  kept_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  outcome text check (btrim(outcome) <> ''),
  check (num_nulls(settled_at, settled_by, outcome) in (0, 3))
);
call tenant_table('untaken_file');
