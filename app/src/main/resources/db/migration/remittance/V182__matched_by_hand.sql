-- Each match by hand with what stood before it, so that it can be undone: the money goes back by a posting that names
-- the first, and both stay in the history.
create table payment_match (
  payment_match_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  claim_payment_id bigint not null references claim_payment,
  claim_id bigint not null references claim,
  posting_key text not null,
  status_before text not null,
  payer_number_before text,
  why text not null,
  matched_at timestamptz not null,
  matched_by text not null,
  undone_at timestamptz,
  undone_by text,
  undone_why text,
  check ((undone_at is null) = (undone_by is null)),
  check ((undone_at is null) = (undone_why is null)),
  unique (organization_id, posting_key)
);
create unique index payment_match_standing on payment_match (claim_payment_id) where undone_at is null;
create index on payment_match (claim_id);
call tenant_table('payment_match');

-- What a payment refuses or pays too little is of the claim that it is matched to; after an undone match another has its own.
alter table denial_case
  drop constraint denial_case_claim_payment_id_line_adjustment_group_reason_c_key,
  add constraint denial_case_once unique (claim_payment_id, claim_id, line, adjustment_group, reason_code);
alter table underpayment
  drop constraint underpayment_claim_payment_id_position_key,
  add constraint underpayment_once unique (claim_payment_id, position, claim_id);
