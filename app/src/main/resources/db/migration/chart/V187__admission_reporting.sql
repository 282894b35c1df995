-- That the hospital of the organization does not report whether diagnoses were present on admission, and why; where
-- there is no row, it does.
create table admission_exemption (
  organization_id bigint not null default current_organization() references organization,
  reason text not null check (btrim(reason) <> ''),
  primary key (organization_id)
);
call tenant_table('admission_exemption');
