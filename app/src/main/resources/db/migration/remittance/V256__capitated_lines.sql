-- A service that the payer's monthly payment covers is neither paid nor denied.
alter table line_adjudication
  drop constraint line_adjudication_outcome_check,
  add constraint line_adjudication_outcome_check check (outcome in (
    'PAID_AS_EXPECTED', 'PAID_UNDER', 'PAID_OVER', 'PAID', 'ZERO_PAY_TO_PATIENT', 'CAPITATED', 'DENIED', 'PENDED', 'REVERSED'));
