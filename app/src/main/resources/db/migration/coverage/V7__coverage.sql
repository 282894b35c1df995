create table coverage (
  coverage_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  payer_id bigint not null references payer,
  sequence text not null check (sequence in ('PRIMARY', 'SECONDARY', 'TERTIARY')),
  plan_name text not null,
  member_id text not null,
  group_number text,
  relationship text not null,
  subscriber_last_name text,
  subscriber_first_name text,
  subscriber_born_on date,
  subscriber_sex text,
  subscriber_is_organization boolean not null default false,
  property_casualty_claim_number text,
  effective daterange not null,
  version int not null default 0,
  exclude using gist (organization_id with =, patient_id with =, sequence with =, payer_id with =, effective with &&)
);
create index on coverage (patient_id);
call tenant_table('coverage');

create table eligibility_check (
  eligibility_check_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  coverage_id bigint not null references coverage,
  trace text not null,
  as_of date not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  status text not null check (status in ('ASKED', 'ACTIVE', 'INACTIVE', 'REJECTED', 'UNKNOWN')),
  answer jsonb,
  unique (organization_id, trace)
);
create index on eligibility_check (coverage_id, as_of);
call tenant_table('eligibility_check');
