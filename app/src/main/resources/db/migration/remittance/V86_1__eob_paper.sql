-- The paper of an explanation of benefits that was typed: its image or PDF, kept in the archive as it was given.
create table remittance_paper (
  remittance_id bigint primary key references remittance,
  organization_id bigint not null default current_organization() references organization,
  exchanged_file_id bigint not null references exchanged_file,
  attached_at timestamptz not null,
  attached_by text not null
);
call tenant_table('remittance_paper', true);
