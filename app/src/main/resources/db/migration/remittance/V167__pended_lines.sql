-- A line on which the payer has not decided yet is neither paid nor denied.
alter table line_adjudication
  drop constraint line_adjudication_outcome_check,
  add constraint line_adjudication_outcome_check check (outcome in (
    'PAID_AS_EXPECTED', 'PAID_UNDER', 'PAID_OVER', 'PAID', 'ZERO_PAY_TO_PATIENT', 'DENIED', 'PENDED', 'REVERSED'));
-- Claims that are open after a decision are counted each day.
create index deadline_open_balance on deadline_clock (organization_id) where kind = 'OPEN_BALANCE' and state = 'RUNNING';
