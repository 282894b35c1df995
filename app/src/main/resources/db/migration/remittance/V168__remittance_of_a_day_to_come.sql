-- A remittance that is dated far ahead waits for a person.
alter table remittance_exception
  drop constraint remittance_exception_kind_check,
  add constraint remittance_exception_kind_check check (kind in (
    'OUT_OF_BALANCE', 'UNREADABLE', 'OTHER_PAYEE', 'REPEATED_TRACE', 'REPEATED_CONTENT', 'NEGATIVE_PAYMENT', 'DAY_TO_COME',
    'UNMATCHED_CLAIM', 'REVERSAL_WITHOUT_PAYMENT', 'CREDIT_LEFT'));
