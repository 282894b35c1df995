-- A refund that was agreed to and does not go out after all.
alter table refund_request
  drop constraint refund_request_status_check,
  add constraint refund_request_status_check
    check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'CANCELLED', 'PAID')),
  add column cancelled_on date,
  add column cancelled_by text,
  add column cancelled_why text check (btrim(cancelled_why) <> ''),
  add constraint refund_cancelled_by_somebody
    check (num_nonnulls(cancelled_on, cancelled_by, cancelled_why) = case when status = 'CANCELLED' then 3 else 0 end);
drop index misdirected_payment_goes_back_once;
create unique index misdirected_payment_goes_back_once on refund_request (organization_id, claim_payment_id)
  where claim_payment_id is not null and status not in ('REFUSED', 'CANCELLED');
