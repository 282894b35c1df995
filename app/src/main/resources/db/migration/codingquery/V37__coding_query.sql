-- Within how many business days providers answer, by kind of visit, and after how many more a query goes to somebody
-- else.
create table query_deadline (
  organization_id bigint not null default current_organization() references organization,
  setting text not null check (setting in ('OUTPATIENT', 'EMERGENCY', 'INPATIENT')),
  answer_days int not null check (answer_days between 1 and 60),
  escalate_days int not null check (escalate_days between 0 and 60),
  escalate_to text not null check (btrim(escalate_to) <> ''),
  primary key (organization_id, setting)
);
call tenant_table('query_deadline');

-- Who answers for a provider.
create table query_provider (
  organization_id bigint not null default current_organization() references organization,
  user_name text not null references user_account (user_name),
  provider_npi text not null,
  primary key (organization_id, user_name)
);
call tenant_table('query_provider');

create table coding_query (
  coding_query_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null references encounter,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'SENT', 'ANSWERED', 'CLOSED', 'CANCELLED')),
  code_system text,
  code text,
  query jsonb not null,
  provider_npi text not null,
  provider_name text not null,
  written_by text not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  due_on date,
  escalate_on date,
  escalate_to text,
  escalated_at timestamptz,
  answered_at timestamptz,
  answered_by text,
  answer_choice int,
  answer_text text,
  answer_document_id bigint references document,
  closed_at timestamptz,
  closed_by text,
  outcome text check (outcome in ('AGREED', 'DISAGREED', 'NO_ANSWER', 'UNDETERMINED')),
  effect text check (effect in ('NONE', 'CODE_ADDED', 'CODE_CHANGED', 'CODE_REMOVED')),
  effect_text text,
  overridden_at timestamptz,
  overridden_by text,
  override_reason text check (btrim(override_reason) <> ''),
  check ((status = 'DRAFT') or (status = 'CANCELLED') or (sent_at is not null and due_on is not null)),
  check ((status = 'CLOSED') = (outcome is not null)),
  check ((outcome is null) = (effect is null)),
  check (status <> 'ANSWERED' or answered_at is not null),
  check (outcome is null or (outcome = 'NO_ANSWER') = (answered_at is null)),
  check ((answered_at is null) = (answer_document_id is null)),
  check ((overridden_by is null) = (override_reason is null))
);
create index on coding_query (encounter_id);
create index on coding_query (organization_id, status, due_on);
call tenant_table('coding_query');
revoke delete on coding_query from cleanclaim_app;

-- What was sent to a provider and what the provider answered stays.
create function coding_query_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'DRAFT' and (old.query, old.encounter_id, old.provider_npi, old.sent_at, old.due_on)
      is distinct from (new.query, new.encounter_id, new.provider_npi, new.sent_at, new.due_on)
    or old.answered_at is not null and (old.answered_at, old.answered_by, old.answer_choice, old.answer_text,
        old.answer_document_id)
      is distinct from (new.answered_at, new.answered_by, new.answer_choice, new.answer_text, new.answer_document_id)
    or old.status in ('CLOSED', 'CANCELLED') then
    raise exception 'what was sent, answered or closed stays';
  end if;
  return new;
end $$;
create trigger coding_query_stays before update on coding_query
  for each row execute function coding_query_stays();
