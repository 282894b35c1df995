-- A practice of some years has a million clocks that stopped and some thousands that run.
drop index deadline_clock_organization_id_state_due_on_idx;
create index deadline_running on deadline_clock (organization_id, due_on, deadline_clock_id) include (owner)
  where state in ('RUNNING', 'SUSPENDED');
create index deadline_stopped on deadline_clock (organization_id, due_on, deadline_clock_id)
  where state in ('MET', 'ENDED');
