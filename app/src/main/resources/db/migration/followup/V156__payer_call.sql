-- What a payer said of a claim by telephone or on its portal, and when somebody looks at the claim again.
create table payer_call (
  payer_call_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  said text not null,
  spoke_with text,
  reference text,
  look_again_on date,
  kept_by text not null,
  kept_at timestamptz not null
);
create index on payer_call (organization_id, claim_id, payer_call_id);
call tenant_table('payer_call', true);
drop index payer_call_organization_id_idx;
