-- Every file sent or received, once: the exact bytes lie in the archive folder under their hash.
create table exchanged_file (
  exchanged_file_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  direction text not null check (direction in ('SENT', 'RECEIVED')),
  kind text not null,
  name text not null,
  archive_path text not null,
  sha256 text not null,
  byte_count bigint not null,
  sender text,
  interchange_control_number text,
  exchanged_at timestamptz not null,
  unique (organization_id, direction, sha256)
);
call tenant_table('exchanged_file', true);

-- The next number of each counter (interchanges, claims, traces); a number is never given twice.
create table number_counter (
  organization_id bigint not null default current_organization() references organization,
  name text not null,
  next_value bigint not null,
  primary key (organization_id, name)
);
call tenant_table('number_counter');
