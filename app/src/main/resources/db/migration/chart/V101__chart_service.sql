-- Services and supplies that the record of a visit supports, and the level of the visit: proposed by the engine, taken
-- over or rejected by the coder. What is taken over becomes a charge when the codes are made final.
create table chart_service (
  chart_service_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  kind text not null check (kind in ('SERVICE', 'VISIT_LEVEL')),
  code text not null,
  title text not null,
  units int not null check (units > 0),
  confidence_percent int not null check (confidence_percent between 0 and 100),
  evidence jsonb not null check (jsonb_array_length(evidence) > 0),
  path jsonb not null,
  hints jsonb not null,
  decision text check (decision in ('ACCEPTED', 'REJECTED')),
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  unique (chart_id, code)
);
call tenant_table('chart_service');
create trigger chart_service_moves_on after update on chart_service
  for each row execute function chart_part_moves_on();
