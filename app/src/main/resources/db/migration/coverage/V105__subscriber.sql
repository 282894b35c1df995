-- Who a policy is of, by date: whoever held it and how the patient is related to them. One at a time is in force; what
-- somebody corrected stays, superseded.
create table subscriber (
  subscriber_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  coverage_id bigint not null references coverage,
  relationship text not null,
  last_name text,
  first_name text,
  is_organization boolean not null default false,
  born_on date,
  sex text,
  address_line text,
  city text,
  state text check (state ~ '^[A-Z]{2}$'),
  postal_code text check (postal_code ~ '^[0-9]{5}([0-9]{4})?$'),
  effective daterange not null check (not isempty(effective)),
  reason text not null default '',
  saved_by text not null,
  saved_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by text,
  check (num_nulls(address_line, city, state, postal_code) in (0, 4)),
  check (num_nulls(superseded_at, superseded_by) in (0, 2)),
  exclude using gist (organization_id with =, coverage_id with =, effective with &&) where (superseded_at is null)
);
create index on subscriber (coverage_id);
call tenant_table('subscriber');
revoke delete on subscriber from cleanclaim_app;

-- The owner of the tables sees every organization's rows while they are carried over.
alter table coverage no force row level security;
alter table subscriber no force row level security;
insert into subscriber (organization_id, coverage_id, relationship, last_name, first_name, is_organization, born_on, sex,
  effective, saved_by, saved_at)
select organization_id, coverage_id, relationship, subscriber_last_name, subscriber_first_name,
  subscriber_is_organization, subscriber_born_on, subscriber_sex, daterange(lower(effective), null), 'upgrade', now()
from coverage;
alter table subscriber force row level security;
alter table coverage force row level security;

alter table coverage
  drop column relationship,
  drop column subscriber_last_name,
  drop column subscriber_first_name,
  drop column subscriber_born_on,
  drop column subscriber_sex,
  drop column subscriber_is_organization;
