-- An application for financial assistance, decided by another person than the one who took it.
create table assistance_application (
  assistance_application_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  received_on date not null,
  household_size int not null check (household_size between 1 and 20),
  yearly_income usd not null check (yearly_income >= 0),
  poverty_percent int not null check (poverty_percent >= 0),
  policy_percent int not null check (policy_percent between 0 and 100),
  evidence text not null check (btrim(evidence) <> ''),
  status text not null check (status in ('RECEIVED', 'APPROVED', 'DENIED', 'WITHDRAWN')),
  granted_percent int check (granted_percent between 0 and 100),
  effective_from date,
  effective_through date,
  why text,
  taken_by text not null,
  decided_by text check (decided_by <> taken_by),
  decided_on date,
  version int not null default 0,
  check ((status = 'APPROVED') = (granted_percent is not null)),
  check (status <> 'APPROVED' or (effective_from is not null and effective_through >= effective_from and decided_by is not null))
);
create index on assistance_application (patient_id);
create unique index on assistance_application (patient_id) where status = 'RECEIVED';
call tenant_table('assistance_application');
