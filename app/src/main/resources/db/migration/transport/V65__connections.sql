-- How files travel: connections to payers and clearinghouses, which way each kind of file takes, and how far each file has come.
create table connection (
  connection_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  public_id uuid not null default gen_random_uuid() unique,
  name text not null,
  kind text not null check (kind in ('FOLDER', 'SFTP', 'HTTPS')),
  usage text not null check (usage in ('TEST', 'LIVE')),
  address text not null,
  user_name text not null default '',
  host_keys text[] not null default '{}',
  secret text not null default '',
  out_folder text not null default '',
  in_folder text not null default '',
  is_paused boolean not null default false,
  worked_at timestamptz,
  trouble text,
  saved_by text not null,
  saved_at timestamptz not null,
  version int not null default 0,
  unique (organization_id, name),
  check (kind <> 'SFTP' or cardinality(host_keys) > 0)
);
call tenant_table('connection');
revoke delete on connection from cleanclaim_app;

-- The way of one payer's files of one kind. A standby takes over while it is certain that the first way has not the file.
create table route (
  route_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  payer_id bigint not null references payer,
  kind text not null check (kind in ('837P', '837I', '270', '276', '278')),
  connection_id bigint not null references connection,
  standby_id bigint references connection check (standby_id <> connection_id),
  receiver_id text not null check (receiver_id ~ '^[0-9A-Z ]{2,15}$'),
  saved_by text not null,
  saved_at timestamptz not null,
  unique (organization_id, payer_id, kind)
);
call tenant_table('route');

-- One file on its way, once. UPLOADED is kept before the receiver can see the file, so that a connection that breaks then
-- never sends it twice.
create table delivery (
  delivery_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  public_id uuid not null default gen_random_uuid() unique,
  exchanged_file_id bigint not null unique references exchanged_file,
  payer_id bigint not null references payer,
  connection_id bigint not null references connection,
  stage text not null check (stage in ('WAITING', 'UPLOADED', 'DELIVERED')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  trouble text,
  queued_at timestamptz not null,
  delivered_at timestamptz,
  check ((stage = 'DELIVERED') = (delivered_at is not null))
);
create index on delivery (connection_id, next_attempt_at) where stage <> 'DELIVERED';
create index on delivery (queued_at);
call tenant_table('delivery');
revoke delete on delivery from cleanclaim_app;
