-- A diagnosis that was not coded goes before the first-listed one, which stands among the others: when that difference is
-- overturned, the code counts where it stands, and not twice.
alter table coding_audit_difference
  drop constraint coding_audit_difference_kind_check,
  add constraint coding_audit_difference_kind_check
    check (kind in ('ADDED', 'REMOVED', 'CHANGED', 'RESEQUENCED', 'PRECEDED'));

create or replace view coding_audit_score with (security_invoker = true) as
select c.coding_audit_id, c.coding_audit_chart_id, c.setting, c.finalized_at, a.element, a.person, null as topic,
  a.agreed, 0 as wrong, 0 as missed, 0 as differences, 0 as overturned
from coding_audit_agreement a
join coding_audit_chart c using (coding_audit_chart_id)
where c.status = 'CLOSED'
union all
select c.coding_audit_id, c.coding_audit_chart_id, c.setting, c.finalized_at, d.element, d.person, d.topic,
  (d.decision is not distinct from 'OVERTURNED' and d.kind not in ('ADDED', 'PRECEDED'))::int,
  (d.decision is distinct from 'OVERTURNED' and d.kind <> 'ADDED')::int,
  (d.decision is distinct from 'OVERTURNED' and d.kind = 'ADDED')::int,
  1, (d.decision is not distinct from 'OVERTURNED')::int
from coding_audit_difference d
join coding_audit_chart c using (coding_audit_chart_id)
where c.status = 'CLOSED';
