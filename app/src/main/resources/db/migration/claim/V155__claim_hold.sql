-- Somebody holds a claim for a reason of their own: while one of its holds stands it is not ready, whatever the scrub says.
create table claim_hold (
  claim_hold_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  reason text not null,
  look_again_on date,
  held_by text not null,
  held_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  check (num_nulls(released_by, released_at) in (0, 2))
);
create index on claim_hold (organization_id, claim_id);
call tenant_table('claim_hold');
drop index claim_hold_organization_id_idx;
revoke delete on claim_hold from cleanclaim_app;

-- Claims to a next payer are a list of their own.
create index claim_to_next_payer on claim (organization_id, served_from, claim_id) where follows_claim_id is not null;
-- Requests that wait are counted without those that ended.
create index record_request_open on record_request (organization_id, claim_id) where status = 'OPEN';
