-- A payment that a payer sent for somebody else goes back to it as a refund: no patient of ours stands behind it.
alter table refund_request
  alter column patient_id drop not null,
  add column claim_payment_id bigint references claim_payment,
  add constraint refund_is_of_a_patient_or_a_payment check (num_nonnulls(patient_id, claim_payment_id) = 1);
create unique index misdirected_payment_goes_back_once on refund_request (organization_id, claim_payment_id)
  where claim_payment_id is not null and status <> 'REFUSED';

-- What came for no claim of ours, with what the payer took back of it under the same number.
create index claim_payment_without_claim on claim_payment (organization_id, claim_control_number)
  where match in ('UNMATCHED', 'NOT_OURS');
