-- Answers that a provider gave by telephone, in person, by message or on paper: who wrote them down, and the
-- provider's signature under them.
alter table coding_query
  add answer_way text check (answer_way in ('TELEPHONE', 'IN_PERSON', 'MESSAGE', 'PAPER')),
  add answer_recorded_by text,
  add answer_recorded_at timestamptz,
  add answer_signed_by text,
  add answer_signed_at timestamptz,
  add check ((answer_way is null) = (answer_recorded_by is null)),
  add check ((answer_way is null) = (answer_recorded_at is null)),
  add check (answer_way is null or answered_at between sent_at and answer_recorded_at),
  add check ((answer_signed_by is null) = (answer_signed_at is null)),
  add check (answer_signed_at is null or answer_way is not null);

-- Whether an answer that somebody else wrote down needs the provider's signature before the codes are final.
create table query_signature (
  organization_id bigint not null default current_organization() references organization,
  is_required boolean not null,
  primary key (organization_id)
);
call tenant_table('query_signature');

create or replace function coding_query_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'DRAFT' and (old.query, old.encounter_id, old.provider_npi, old.sent_at, old.due_on)
      is distinct from (new.query, new.encounter_id, new.provider_npi, new.sent_at, new.due_on)
    or old.answered_at is not null and (old.answered_at, old.answered_by, old.answer_choice, old.answer_text,
        old.answer_document_id, old.answer_way, old.answer_recorded_by, old.answer_recorded_at)
      is distinct from (new.answered_at, new.answered_by, new.answer_choice, new.answer_text, new.answer_document_id,
        new.answer_way, new.answer_recorded_by, new.answer_recorded_at)
    or old.answer_signed_at is not null and (old.answer_signed_at, old.answer_signed_by)
      is distinct from (new.answer_signed_at, new.answer_signed_by)
    or old.status = 'CANCELLED'
    or old.status = 'CLOSED' and (old.status, old.closed_at, old.closed_by, old.outcome, old.effect, old.effect_text)
      is distinct from (new.status, new.closed_at, new.closed_by, new.outcome, new.effect, new.effect_text)
    or old.status = 'CLOSED' and old.overridden_at is not null
      and (old.overridden_at, old.overridden_by, old.override_reason)
      is distinct from (new.overridden_at, new.overridden_by, new.override_reason) then
    raise exception 'what was sent, answered or closed stays';
  end if;
  return new;
end $$;
