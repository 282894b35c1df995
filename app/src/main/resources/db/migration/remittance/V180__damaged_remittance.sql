-- A remittance whose envelopes do not hold (SE, GE, IEA) may have lost something on the way: it waits to come whole.
alter table remittance_exception
  drop constraint remittance_exception_kind_check,
  add constraint remittance_exception_kind_check check (kind in (
    'OUT_OF_BALANCE', 'UNREADABLE', 'DAMAGED', 'OTHER_PAYEE', 'REPEATED_TRACE', 'REPEATED_CONTENT', 'NEGATIVE_PAYMENT',
    'DAY_TO_COME', 'UNMATCHED_CLAIM', 'REVERSAL_WITHOUT_PAYMENT', 'CREDIT_LEFT'));
