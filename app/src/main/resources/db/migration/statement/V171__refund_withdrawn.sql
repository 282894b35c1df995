-- Who has asked for a refund may withdraw it before anybody decides.
do $$
declare
  decided text;
begin
  select conname into strict decided
  from pg_constraint
  where conrelid = 'refund_request'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%REQUESTED%decided_by IS NOT NULL%';
  execute format('alter table refund_request drop constraint %I', decided);
end $$;
alter table refund_request
  drop constraint refund_request_status_check,
  add constraint refund_request_status_check
    check (status in ('REQUESTED', 'WITHDRAWN', 'APPROVED', 'REFUSED', 'CANCELLED', 'PAID')),
  add constraint refund_is_decided_by_somebody
    check (status in ('REQUESTED', 'WITHDRAWN') or decided_by is not null);
drop index misdirected_payment_goes_back_once;
create unique index misdirected_payment_goes_back_once on refund_request (organization_id, claim_payment_id)
  where claim_payment_id is not null and status not in ('REFUSED', 'WITHDRAWN', 'CANCELLED');
