-- Within how many days a credit of a patient goes back or is applied.
alter table billing_policy add column credit_days int not null default 60 check (credit_days between 1 and 365);
alter table billing_policy alter column credit_days drop default;

-- Who has paid more than was applied, and refunds that were agreed to.
create index entry_patient_cash on entry (organization_id, patient_id) include (amount)
  where account in ('UNAPPLIED_CASH', 'REFUND');
