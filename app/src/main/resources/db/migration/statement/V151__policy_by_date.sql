-- The policy of patient billing is kept as it was: each change is a version that holds from a day on.
alter table billing_policy
  drop constraint billing_policy_pkey,
  add column effective_on date;
alter table billing_policy no force row level security;
update billing_policy p
set effective_on = (p.saved_at at time zone o.time_zone)::date
from organization o
where o.organization_id = p.organization_id;
alter table billing_policy force row level security;
alter table billing_policy
  alter column effective_on set not null,
  alter column version drop default,
  add primary key (organization_id, version);
revoke update, delete on billing_policy from cleanclaim_app;
