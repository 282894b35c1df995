-- The work on a denial: why it came, who answers for it, what was decided, and what came of it.
alter table denial_case add column root_cause text not null default 'UNKNOWN';
alter table denial_case add column owner text not null default 'BILLER';
alter table denial_case add column is_preventable boolean not null default false;
alter table denial_case add column guidance text not null default '';
alter table denial_case add column action text check (action in (
  'CORRECT_AND_REBILL', 'APPEAL', 'BILL_PATIENT', 'BILL_OTHER_PAYER', 'CLOSE'));
alter table denial_case add column recovered usd not null default 0;
alter table denial_case add column correction_claim_id bigint references claim;
alter table denial_case add column prevented_by text;

create table denial_event (
  denial_event_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  denial_case_id bigint not null references denial_case,
  happened_at timestamptz not null,
  actor text not null,
  what text not null,
  why text not null
);
create index on denial_event (denial_case_id, denial_event_id);
call tenant_table('denial_event', true);

-- What is on hand for an action: a document by its name, or the words that the action rests on.
create table denial_evidence (
  denial_evidence_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  denial_case_id bigint not null references denial_case,
  kind text not null,
  content text not null check (btrim(content) <> ''),
  added_by text not null,
  added_at timestamptz not null
);
create index on denial_evidence (denial_case_id, denial_evidence_id);
call tenant_table('denial_evidence', true);

-- One appeal of a case at one level. The letter is kept as it was written.
create table denial_appeal (
  denial_appeal_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  denial_case_id bigint not null references denial_case,
  level int not null check (level > 0),
  title text not null,
  letter jsonb not null,
  written_at timestamptz not null,
  sent_on date,
  sent_by_way text,
  tracking text,
  decided_on date,
  outcome text check (outcome in ('WON', 'PART_WON', 'LOST')),
  recovered usd,
  unique (denial_case_id, level),
  check ((decided_on is null) = (outcome is null)),
  check (outcome is null or sent_on is not null)
);
call tenant_table('denial_appeal');
