-- Underpayments that wait for somebody, the largest first.
create index underpayment_waiting on underpayment (organization_id, (expected - allowed) desc, underpayment_id)
  where state in ('OPEN', 'DISPUTED');
