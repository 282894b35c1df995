create table encounter (
  encounter_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  visit_number text not null,
  patient_id bigint not null references patient,
  provider_name text not null,
  provider_first_name text,
  provider_npi text not null,
  provider_taxonomy text not null,
  specialty text not null,
  setting text not null check (setting in ('OUTPATIENT', 'EMERGENCY', 'INPATIENT')),
  place_of_service text not null,
  served_on date not null,
  accident jsonb,
  authorization_number text,
  created_at timestamptz not null,
  version int not null default 0,
  unique (organization_id, visit_number)
);
create index on encounter (patient_id);
call tenant_table('encounter');

create table document (
  document_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null references encounter,
  name text not null,
  body text not null,
  sha256 text not null,
  received_at timestamptz not null,
  unique (encounter_id, sha256)
);
call tenant_table('document', true);
