-- A patient disagrees with a visit's bill, or with all of it: the clocks of statement and collection stand still.
create table billing_dispute (
  billing_dispute_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  encounter_id bigint references encounter,
  opened_on date not null,
  answer_by date not null,
  what text not null check (btrim(what) <> ''),
  status text not null check (status in ('OPEN', 'BILL_STANDS', 'CORRECTED', 'WITHDRAWN')),
  opened_by text not null,
  resolved_on date check ((status = 'OPEN') = (resolved_on is null)),
  resolved_by text,
  answer text check (status = 'OPEN' or btrim(answer) <> ''),
  version int not null default 0
);
create index on billing_dispute (patient_id);
call tenant_table('billing_dispute');

-- Money that goes back to a patient or a payer: asked for, agreed to by another person, paid.
create table refund_request (
  refund_request_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  claim_id bigint references claim,
  amount usd not null check (amount > 0),
  cause text not null check (btrim(cause) <> ''),
  status text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'PAID')),
  requested_by text not null,
  requested_on date not null,
  decided_by text check (decided_by <> requested_by),
  decided_on date,
  decision_note text,
  paid_on date check ((status = 'PAID') = (paid_on is not null)),
  paid_by text,
  pay_method text,
  pay_reference text check (pay_reference !~ '[0-9]{13,19}'),
  check (status = 'REQUESTED' or decided_by is not null)
);
create index on refund_request (patient_id);
create index on refund_request (claim_id) where claim_id is not null;
call tenant_table('refund_request');
