-- A remittance that came in a test file (ISA15) is kept and posted only when a person says so.
alter table remittance_exception
  drop constraint remittance_exception_kind_check,
  add constraint remittance_exception_kind_check check (kind in (
    'OUT_OF_BALANCE', 'UNREADABLE', 'DAMAGED', 'OTHER_PAYEE', 'TEST_FILE', 'REPEATED_TRACE', 'REPEATED_CONTENT',
    'NEGATIVE_PAYMENT', 'DAY_TO_COME', 'UNMATCHED_CLAIM', 'REVERSAL_WITHOUT_PAYMENT', 'CREDIT_LEFT'));
