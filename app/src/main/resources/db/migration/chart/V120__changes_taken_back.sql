-- A coder takes the last change back: what stood before it is kept with it. A change that takes another back names the
-- revision whose codes and decisions stand again.
alter table chart_change
  add column made_on bigint,
  add column stood jsonb,
  add column back_to bigint;
