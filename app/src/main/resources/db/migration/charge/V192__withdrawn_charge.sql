-- A charge that should not have been: its money is reversed, and it is on no claim any more.
alter table charge
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add check (num_nulls(withdrawn_at, withdrawn_by) in (0, 2));
