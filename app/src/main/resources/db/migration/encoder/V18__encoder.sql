-- What users of the encoder keep: their own favorites, the codes they used last, and the practice's named sets.

create table favorite_code (
  favorite_code_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  user_name text not null,
  code_system text not null,
  code text not null,
  title text not null,
  added_at timestamptz not null,
  unique (organization_id, user_name, code_system, code)
);
call tenant_table('favorite_code');

create table recent_code (
  recent_code_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  user_name text not null,
  code_system text not null,
  code text not null,
  title text not null,
  used_at timestamptz not null,
  unique (organization_id, user_name, code_system, code)
);
call tenant_table('recent_code');

create table shared_set (
  shared_set_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  name text not null check (name = btrim(name) and name <> ''),
  created_by text not null,
  created_at timestamptz not null,
  unique (organization_id, name)
);
call tenant_table('shared_set');

create table shared_set_code (
  shared_set_code_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  shared_set_id bigint not null references shared_set on delete cascade,
  code_system text not null,
  code text not null,
  title text not null,
  added_by text not null,
  added_at timestamptz not null,
  unique (shared_set_id, code_system, code)
);
call tenant_table('shared_set_code');
