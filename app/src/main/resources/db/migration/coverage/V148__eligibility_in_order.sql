-- Whether the payer's answer leaves nothing to do, decided when it comes (EligibilityCheck.Trouble). Answers that came before
-- are judged here: active on the day of service, within the plan's dates where it names them, no other payer named.
alter table eligibility_check add column is_in_order boolean not null default false;

alter table eligibility_check no force row level security;
update eligibility_check k
set is_in_order = true
from (
  select e.eligibility_check_id, p.begins, p.ends
  from eligibility_check e
  cross join lateral (
    select
      (array_agg(d.item ->> 'from' order by d.position desc) filter (where d.is_span or d.item ->> 'qualifier' in ('346', '356', '348')))[1]::date
        as begins,
      (array_agg(d.item ->> 'through' order by d.position desc) filter (where d.is_span or d.item ->> 'qualifier' in ('347', '357', '349')))[1]::date
        as ends
    from (
      select item, position, coalesce(item ->> 'qualifier' in ('291', '307') and item ->> 'through' <> item ->> 'from', false) as is_span
      from jsonb_array_elements(e.answer -> 'dates') with ordinality as listed (item, position)) d) p
  where e.status = 'ACTIVE') plan
where plan.eligibility_check_id = k.eligibility_check_id
  and (plan.begins is null or plan.ends < plan.begins or k.as_of between plan.begins and coalesce(plan.ends, 'infinity'))
  and not jsonb_path_exists(k.answer, '$.benefits[*] ? (@.kindCode == "R")');
alter table eligibility_check force row level security;

create index eligibility_to_see on eligibility_check (organization_id, as_of, eligibility_check_id)
  where settled_at is null and not is_in_order;
drop index eligibility_check_organization_id_as_of_idx;
