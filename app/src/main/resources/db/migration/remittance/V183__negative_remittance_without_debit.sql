-- A negative remittance that no bank will show: the payer takes the money out of its next payments.
alter table remittance
  add column no_deposit_why text,
  add column no_deposit_at timestamptz,
  add column no_deposit_by text,
  add constraint remittance_without_debit check (
    (no_deposit_at is null) = (no_deposit_why is null) and (no_deposit_at is null) = (no_deposit_by is null)
    and (no_deposit_at is null or paid < 0 and bank_deposit_id is null));
drop index remittance_without_deposit;
create index remittance_without_deposit on remittance (organization_id, paid_on, remittance_id)
  where status = 'POSTED' and bank_deposit_id is null and no_deposit_at is null and paid <> 0;
