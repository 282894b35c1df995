-- Where the lines of a claim come from, for a claim that holds several visits or a part of one. A claim without rows holds all
-- charges of its visit that no other claim has.
create table claim_source (
  claim_id bigint not null references claim,
  line int not null check (line > 0),
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null references encounter,
  charge_line int not null check (charge_line > 0),
  amount usd not null,
  primary key (claim_id, line),
  unique (claim_id, encounter_id, charge_line)
);
create index on claim_source (encounter_id);
call tenant_table('claim_source');

-- Parts of one bill to one policy are counted from one.
alter table claim add column part int not null default 1 check (part > 0);
drop index claim_encounter_id_coverage_id_idx;
create unique index on claim (encounter_id, coverage_id, part)
  where status not in ('VOIDED', 'REPLACED') and replaces_claim_id is null;

-- Every visit of every claim, whole or in part.
create view claim_visit with (security_invoker = true) as
  select claim_id, encounter_id from claim
  union
  select claim_id, encounter_id from claim_source;
grant select on claim_visit to cleanclaim_app;

-- How a payer wants claims put together. A payer without a row wants each visit on a claim of its own.
create table payer_claim_rule (
  payer_id bigint primary key references payer,
  organization_id bigint not null default current_organization() references organization,
  visits_on_claim text not null check (visits_on_claim in ('ONE', 'SAME_DAY', 'SAME_MONTH')),
  is_split_by_year boolean not null,
  late_facility_charges text not null check (late_facility_charges in ('CORRECTED_CLAIM', 'LATE_CHARGE_CLAIM')),
  why text not null check (btrim(why) <> ''),
  decided_by text not null,
  decided_at timestamptz not null
);
call tenant_table('payer_claim_rule');
