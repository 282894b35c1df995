-- Whether a diagnosis was present on admission, for inpatient charts (CMS-1500 has no such field, the UB-04 has).
alter table chart_code
  add column present_on_admission text check (present_on_admission in ('Y', 'N', 'U', 'W'));

-- An audit with its sample. It is written once, when the sample is drawn; the population it was drawn from stays
-- beside it, so that the draw can be repeated.
create table coding_audit (
  coding_audit_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  name text not null check (btrim(name) <> ''),
  finalized_from date not null,
  finalized_to date not null check (finalized_to >= finalized_from),
  mode text not null check (mode in ('BLIND', 'REVIEW')),
  sample_count int check (sample_count > 0),
  sample_percent int check (sample_percent between 1 and 100),
  seed bigint not null,
  criteria jsonb not null,
  goal_percent numeric(4, 1) not null check (goal_percent > 0 and goal_percent <= 100),
  planned_by text not null,
  drawn_at timestamptz not null,
  check ((sample_count is null) <> (sample_percent is null))
);
call tenant_table('coding_audit', true);

create table coding_audit_draw (
  coding_audit_id bigint not null references coding_audit,
  organization_id bigint not null default current_organization() references organization,
  coder text not null,
  population text[] not null,
  drawn text[] not null,
  primary key (coding_audit_id, coder)
);
call tenant_table('coding_audit_draw', true);

-- A chart of a sample: the coding as it was when it was drawn, and the auditor's beside it.
create table coding_audit_chart (
  coding_audit_chart_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  coding_audit_id bigint not null references coding_audit,
  encounter_id bigint not null references encounter,
  visit_number text not null,
  setting text not null,
  payer text,
  charge usd not null,
  coder text not null,
  people text[] not null,
  finalized_at timestamptz not null,
  chart_version int not null,
  coded jsonb not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'COMPARED', 'WITH_CODER', 'TO_DECIDE', 'CLOSED')),
  auditor text,
  audited jsonb,
  audited_at timestamptz,
  released_at timestamptz,
  closed_at timestamptz,
  unique (encounter_id, chart_version),
  check ((status = 'WAITING') = (audited is null)),
  check ((audited is null) = (auditor is null)),
  check (auditor is null or not auditor = any (people)),
  check ((status = 'CLOSED') = (closed_at is not null))
);
create index on coding_audit_chart (coding_audit_id);
call tenant_table('coding_audit_chart');

create function coding_audit_chart_stays() returns trigger language plpgsql as $$
begin
  if (old.coding_audit_id, old.encounter_id, old.visit_number, old.coder, old.people, old.finalized_at,
      old.chart_version, old.coded, old.charge)
    is distinct from
      (new.coding_audit_id, new.encounter_id, new.visit_number, new.coder, new.people, new.finalized_at,
      new.chart_version, new.coded, new.charge)
    or (old.audited is not null and old.audited is distinct from new.audited)
    or old.status = 'CLOSED' then
    raise exception 'what an audit has frozen stays';
  end if;
  return new;
end $$;
create trigger coding_audit_chart_stays before update on coding_audit_chart
  for each row execute function coding_audit_chart_stays();
revoke delete on coding_audit_chart from cleanclaim_app;

create table coding_audit_agreement (
  coding_audit_chart_id bigint not null references coding_audit_chart,
  organization_id bigint not null default current_organization() references organization,
  element text not null check (element in ('PRINCIPAL', 'SECONDARY', 'PROCEDURE', 'MODIFIER', 'POA')),
  person text not null,
  agreed int not null check (agreed > 0),
  primary key (coding_audit_chart_id, element, person)
);
call tenant_table('coding_audit_agreement', true);

create table coding_audit_difference (
  coding_audit_difference_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  coding_audit_chart_id bigint not null references coding_audit_chart,
  element text not null check (element in ('PRINCIPAL', 'SECONDARY', 'PROCEDURE', 'MODIFIER', 'POA')),
  kind text not null check (kind in ('ADDED', 'REMOVED', 'CHANGED', 'RESEQUENCED')),
  coded text,
  correct text,
  person text not null,
  topic text not null,
  reason text,
  answer text check (answer in ('ACCEPTED', 'REBUTTED')),
  answer_text text,
  answer_reference text,
  answered_at timestamptz,
  decision text check (decision in ('UPHELD', 'OVERTURNED')),
  decision_text text,
  decided_by text,
  decided_at timestamptz,
  check ((kind = 'ADDED') = (coded is null)),
  check ((kind = 'REMOVED') = (correct is null)),
  check (answer is distinct from 'REBUTTED' or (btrim(answer_text) <> '' and btrim(answer_reference) <> '')),
  check ((decision is null) = (decided_by is null)),
  check (decided_by is distinct from person),
  check (decision is distinct from 'OVERTURNED' or answer = 'REBUTTED')
);
create index on coding_audit_difference (coding_audit_chart_id);
call tenant_table('coding_audit_difference');
revoke delete on coding_audit_difference from cleanclaim_app;

-- What closed audits come to, by chart, element, person and topic. A difference counts unless it was overturned: then
-- the coder's code was right, and an addition of the auditor falls away.
create view coding_audit_score with (security_invoker = true) as
select c.coding_audit_id, c.coding_audit_chart_id, c.setting, c.finalized_at, a.element, a.person, null as topic,
  a.agreed, 0 as wrong, 0 as missed, 0 as differences, 0 as overturned
from coding_audit_agreement a
join coding_audit_chart c using (coding_audit_chart_id)
where c.status = 'CLOSED'
union all
select c.coding_audit_id, c.coding_audit_chart_id, c.setting, c.finalized_at, d.element, d.person, d.topic,
  (d.decision is not distinct from 'OVERTURNED' and d.kind <> 'ADDED')::int,
  (d.decision is distinct from 'OVERTURNED' and d.kind <> 'ADDED')::int,
  (d.decision is distinct from 'OVERTURNED' and d.kind = 'ADDED')::int,
  1, (d.decision is not distinct from 'OVERTURNED')::int
from coding_audit_difference d
join coding_audit_chart c using (coding_audit_chart_id)
where c.status = 'CLOSED';
grant select on coding_audit_score to cleanclaim_app;
