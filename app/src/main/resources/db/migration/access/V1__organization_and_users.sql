-- Tenancy: every tenant table carries organization_id, and row-level security keeps each session to the
-- organization that its transaction has named. The application signs in as cleanclaim_app, which owns nothing.

create domain usd as numeric(14, 2);

create function current_organization() returns bigint
  language sql stable
  return nullif(current_setting('cleanclaim.organization_id', true), '')::bigint;

-- Puts a table under tenancy and gives the application the rights it needs: all four on ordinary tables, read and
-- add on append-only ones.
create procedure tenant_table(table_name regclass, is_append_only boolean default false)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant on %s using (organization_id = current_organization())
       with check (organization_id = current_organization())', table_name);
  execute format('create index on %s (organization_id)', table_name);
  if is_append_only then
    execute format('grant select, insert on %s to cleanclaim_app', table_name);
  else
    execute format('grant select, insert, update, delete on %s to cleanclaim_app', table_name);
  end if;
end $$;

create table organization (
  organization_id bigint generated always as identity primary key,
  name text not null,
  npi text not null,
  tax_id text not null,
  taxonomy text not null,
  address_line text not null,
  city text not null,
  state text not null,
  postal_code text not null,
  phone text,
  time_zone text not null default 'America/New_York',
  created_at timestamptz not null,
  unique (npi)
);
grant select, insert, update on organization to cleanclaim_app;

create table user_account (
  user_account_id bigint generated always as identity primary key,
  organization_id bigint not null references organization,
  user_name text not null check (user_name = lower(user_name)),
  display_name text not null,
  password_hash text not null,
  roles text[] not null check (roles <@ array['CODER','BILLER','FRONT_DESK','MANAGER','AUDITOR','ADMIN']),
  is_enabled boolean not null default true,
  failed_sign_ins int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  unique (user_name)
);
-- Sign-in happens before the organization is known, so this table is guarded by grants and not by tenancy.
grant select, insert, update on user_account to cleanclaim_app;

create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on spring_session (expiry_time);
create index on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on spring_session, spring_session_attributes to cleanclaim_app;
