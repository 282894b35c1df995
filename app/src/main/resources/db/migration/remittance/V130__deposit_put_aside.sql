-- A deposit that is no payment of a payer, with the reason a person gave: it waits for no remittance.
alter table bank_deposit
  add column put_aside_why text,
  add column put_aside_at timestamptz,
  add column put_aside_by text,
  add check ((put_aside_at is null) = (put_aside_why is null)),
  add check ((put_aside_at is null) = (put_aside_by is null)),
  add check (put_aside_at is null or remittance_id is null);
