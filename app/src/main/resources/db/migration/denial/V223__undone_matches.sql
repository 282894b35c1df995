-- What a payer's decision made of a case, and how the case stood before: when the payment turns out to be another claim's, the
-- case stands as it did.
create table denial_settlement (
  denial_settlement_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  denial_case_id bigint not null references denial_case,
  claim_id bigint not null references claim,
  remittance_id bigint not null references remittance,
  status text not null,
  status_before text not null,
  action_before text,
  recovered_before usd not null,
  settled_at timestamptz not null,
  undone_at timestamptz
);
create index on denial_settlement (claim_id, remittance_id) where undone_at is null;
call tenant_table('denial_settlement');

-- A case whose payment is another claim's is no denial of its claim; it may become one again.
alter table denial_case add column withdrawn_from text;
