create table patient_payment (
  patient_payment_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  encounter_id bigint references encounter,
  receipt_number text not null,
  method text not null,
  purpose text not null check (purpose in ('COPAY', 'STATEMENT', 'SELF_PAY')),
  amount usd not null check (amount > 0),
  received_on date not null,
  received_by text not null,
  unique (organization_id, receipt_number)
);
call tenant_table('patient_payment', true);

create table statement (
  statement_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  statement_number text not null,
  issued_on date not null,
  due_on date not null,
  balance usd not null,
  content jsonb not null,
  file_path text not null,
  created_at timestamptz not null,
  unique (organization_id, statement_number),
  unique (patient_id, issued_on)
);
call tenant_table('statement', true);
