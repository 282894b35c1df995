create table submission (
  submission_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  payer_id bigint not null references payer,
  interchange_control_number text not null,
  group_control_number text not null,
  exchanged_file_id bigint not null references exchanged_file,
  status text not null check (status in ('SENT', 'INTERCHANGE_REJECTED', 'GROUP_REJECTED', 'ACCEPTED')),
  sent_at timestamptz not null,
  unique (organization_id, interchange_control_number)
);
call tenant_table('submission');

create table submission_claim (
  submission_id bigint not null references submission,
  claim_id bigint not null references claim,
  revision int not null,
  organization_id bigint not null default current_organization() references organization,
  primary key (submission_id, claim_id)
);
create index on submission_claim (claim_id);
call tenant_table('submission_claim');
