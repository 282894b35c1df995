-- Facts about a payment: the terminal's or the check's reference, never a card number.
alter table patient_payment
  add column public_id uuid not null default uuidv7() unique,
  add column reference text check (reference !~ '[0-9]{13,19}'),
  add column drawer text not null default 'main';
alter table patient_payment drop constraint patient_payment_purpose_check;
alter table patient_payment add constraint patient_payment_purpose_check
  check (purpose in ('COPAY', 'STATEMENT', 'SELF_PAY', 'PLAN', 'AGENCY'));
create index on patient_payment (organization_id, received_on);
create index on patient_payment (patient_id);

-- A payment that came back: a bounced check, a charge-back, a slip at the desk.
create table payment_reversal (
  patient_payment_id bigint primary key references patient_payment,
  organization_id bigint not null default current_organization() references organization,
  cause text not null check (cause in ('BOUNCED', 'CHARGED_BACK', 'ENTERED_WRONGLY')),
  note text not null check (btrim(note) <> ''),
  reversed_on date not null,
  reversed_by text not null,
  reversed_at timestamptz not null
);
call tenant_table('payment_reversal', true);
