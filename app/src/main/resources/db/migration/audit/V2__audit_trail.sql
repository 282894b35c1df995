-- Who did or saw what, of which patient, and why. Append-only; each row's hash covers the row before it, so a
-- missing or changed row shows.
create table audit_event (
  organization_id bigint not null default current_organization() references organization,
  sequence bigint not null,
  happened_at timestamptz not null,
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  patient_id bigint,
  reason text,
  previous_hash text not null,
  hash text not null,
  primary key (organization_id, sequence)
);
create index on audit_event (organization_id, patient_id, sequence);
call tenant_table('audit_event', true);
