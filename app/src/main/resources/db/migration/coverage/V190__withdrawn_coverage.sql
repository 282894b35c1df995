-- A policy that was entered by mistake was never in force: its days are empty, what was entered is kept beside.
alter table coverage
  add column withdrawn_effective daterange check (not isempty(withdrawn_effective)),
  add column withdrawn_by text,
  add column withdrawn_at timestamptz,
  add check (num_nulls(withdrawn_effective, withdrawn_by, withdrawn_at) in (0, 3)),
  add check (isempty(effective) = (withdrawn_effective is not null));
