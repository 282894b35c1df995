-- Operations that a record of a stay names and for which the engine found no candidate in ICD-10-PCS: the coder looks
-- them up.
create table procedure_without_candidate (
  procedure_without_candidate_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  chart_id bigint not null references chart,
  evidence jsonb not null
);
create index on procedure_without_candidate (chart_id);
call tenant_table('procedure_without_candidate');
