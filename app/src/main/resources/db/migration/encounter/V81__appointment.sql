-- Days on which patients are expected.
create table appointment (
  appointment_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  on_day date not null,
  what text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  cancelled_at timestamptz,
  unique (patient_id, on_day, what)
);
create index on appointment (organization_id, on_day) where cancelled_at is null;
call tenant_table('appointment');
revoke delete on appointment from cleanclaim_app;
