-- Work with findings: the line a finding points to, what was decided in spite of it, and what was changed because of it.
alter table claim_finding add column service_line int;
alter table claim_finding add column content text not null default '';
update claim_finding set service_line = substring(place from '^line (\d+)')::int;
create index on claim_finding (organization_id, rule_id, found_at);

-- Somebody sends a claim in spite of a finding. It holds while what the finding looked at stays as it was: content is the
-- digest of that.
create table finding_override (
  finding_override_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  rule_id text not null,
  place text not null,
  content text not null,
  message text not null,
  reason text not null check (btrim(reason) <> ''),
  overridden_by text not null,
  overridden_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz
);
create unique index on finding_override (claim_id, rule_id, place, content) where withdrawn_at is null;
create index on finding_override (organization_id, rule_id, overridden_at);
call tenant_table('finding_override');

alter table claim_finding add column finding_override_id bigint references finding_override;

-- One field of a claim changed to mend a finding, before and after in words.
create table claim_change (
  claim_change_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  revision int not null,
  rule_id text not null,
  kind text not null,
  value text not null,
  lines int[] not null,
  before text not null,
  after text not null,
  reason text not null check (btrim(reason) <> ''),
  changed_by text not null,
  changed_at timestamptz not null
);
create index on claim_change (claim_id, claim_change_id);
create index on claim_change (organization_id, rule_id, changed_at);
call tenant_table('claim_change', true);
