-- A change that was made to mend a finding and was taken back.
create table claim_change_undo (
  claim_change_id bigint primary key references claim_change,
  organization_id bigint not null default current_organization() references organization,
  reason text not null check (btrim(reason) <> ''),
  undone_by text not null,
  undone_at timestamptz not null
);
call tenant_table('claim_change_undo', true);
