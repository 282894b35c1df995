-- What payers have allowed beforehand: asked for, given, used up by claims.
create table payer_authorization (
  payer_authorization_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  public_id uuid not null default gen_random_uuid() unique,
  patient_id bigint not null references patient,
  payer_id bigint not null references payer,
  kind text not null check (kind in ('PRIOR_AUTHORIZATION', 'REFERRAL')),
  status text not null check (status in ('REQUESTED', 'APPROVED', 'PARTIAL', 'DENIED', 'EXPIRED', 'CANCELLED')),
  number text,
  source text not null check (source in ('PHONE', 'PORTAL', 'LETTER', 'X12_278')),
  services text[] not null default '{}',
  units_approved numeric(9, 3) check (units_approved > 0),
  valid_from date not null,
  valid_through date check (valid_through >= valid_from),
  contact text,
  note text,
  saved_by text not null,
  saved_at timestamptz not null,
  version int not null default 0,
  check (status not in ('APPROVED', 'PARTIAL') or number is not null)
);
create index on payer_authorization (patient_id, payer_id);
create unique index on payer_authorization (organization_id, payer_id, patient_id, kind, number);
call tenant_table('payer_authorization');
revoke delete on payer_authorization from cleanclaim_app;

-- One claim line's use. A line that no longer uses it is reversed, never removed.
create table authorization_use (
  authorization_use_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  payer_authorization_id bigint not null references payer_authorization,
  claim_id bigint not null references claim,
  control_number text not null,
  line int not null,
  procedure text not null,
  served_on date not null,
  units numeric(9, 3) not null,
  used_at timestamptz not null,
  reversed_at timestamptz,
  reversed_why text,
  check ((reversed_at is null) = (reversed_why is null))
);
create index on authorization_use (payer_authorization_id);
create index on authorization_use (claim_id);
call tenant_table('authorization_use');
revoke delete on authorization_use from cleanclaim_app;

-- Which codes a payer pays with an authorization only, besides the list of its directory entry.
create table authorization_rule (
  authorization_rule_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  public_id uuid not null default gen_random_uuid() unique,
  payer_id bigint not null references payer,
  first_code text not null,
  last_code text not null check (last_code >= first_code),
  place_of_service text check (place_of_service ~ '^[0-9]{2}$'),
  effective daterange not null,
  source text not null,
  saved_by text not null,
  saved_at timestamptz not null
);
create index on authorization_rule (payer_id);
call tenant_table('authorization_rule');
revoke delete on authorization_rule from cleanclaim_app;
