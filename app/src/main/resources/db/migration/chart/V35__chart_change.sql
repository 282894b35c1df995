-- Every change of a chart moves its revision on, whoever makes it and on whatever way. A screen names the revision
-- that it shows; a change made on an older one is refused.
alter table chart add column revision bigint not null default 0;

create function chart_moves_on() returns trigger language plpgsql as $$
begin
  if old.status is distinct from new.status then
    new.revision := old.revision + 1;
  end if;
  return new;
end $$;
create trigger chart_moves_on before update on chart
  for each row execute function chart_moves_on();

create function chart_part_moves_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old is not distinct from new then
    return null;
  end if;
  update chart set revision = revision + 1 where chart_id = coalesce(new.chart_id, old.chart_id);
  return null;
end $$;
create trigger chart_code_moves_on after insert or update or delete on chart_code
  for each row execute function chart_part_moves_on();
create trigger suggestion_moves_on after update on suggestion
  for each row execute function chart_part_moves_on();

-- Changes that screens sent, each under a key of its own: one that comes twice is made once.
create table chart_change (
  chart_id bigint not null references chart,
  organization_id bigint not null default current_organization() references organization,
  change_key uuid not null,
  kind text not null,
  code text not null,
  made_by text not null,
  made_at timestamptz not null,
  revision bigint not null,
  primary key (chart_id, change_key)
);
call tenant_table('chart_change', true);
