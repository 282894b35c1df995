create table payer (
  payer_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  slug text not null,
  name text not null,
  electronic_id text not null,
  filing_code text not null,
  timely_filing_days int not null check (timely_filing_days > 0),
  member_id_pattern text,
  authorization_required text[] not null default '{}',
  unique (organization_id, slug),
  unique (organization_id, electronic_id)
);
call tenant_table('payer');

create extension if not exists btree_gist;

-- The practice's own charges (payer_id null) and each payer's contracted allowed amounts, as of the date of service.
create table fee (
  organization_id bigint not null default current_organization() references organization,
  payer_id bigint references payer,
  schedule text not null,
  procedure text not null,
  modifier text not null default '',
  amount usd not null check (amount >= 0),
  effective daterange not null,
  exclude using gist (organization_id with =, schedule with =, procedure with =, modifier with =, effective with &&)
);
call tenant_table('fee');
