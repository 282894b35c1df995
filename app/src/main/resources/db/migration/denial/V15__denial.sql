create table denial_case (
  denial_case_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  claim_payment_id bigint not null references claim_payment,
  line int,
  procedure text not null,
  adjustment_group text not null,
  reason_code text not null,
  remarks text[] not null default '{}',
  amount usd not null,
  cause text not null,
  proposed_action text not null check (proposed_action in (
    'CORRECT_AND_REBILL', 'APPEAL', 'BILL_PATIENT', 'BILL_OTHER_PAYER', 'CLOSE')),
  status text not null check (status in ('NEW', 'IN_WORK', 'APPEALED', 'WON', 'PART_WON', 'LOST', 'CLOSED')),
  act_by date not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closing_note text,
  version int not null default 0,
  unique (claim_payment_id, line, adjustment_group, reason_code)
);
call tenant_table('denial_case');
