-- Everything that payers answered to requests, in their order: a payer that has decided may decide anew. What stands is the
-- newest by the payer's own clock (BHT04, BHT05).
create table authorization_answer (
  authorization_answer_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  authorization_request_id bigint not null references authorization_request,
  dated text,
  answered_at timestamptz not null,
  outcome text not null check (outcome in ('CERTIFIED', 'MODIFIED', 'DENIED', 'PENDED', 'NOT_NEEDED', 'CALL', 'REFUSED')),
  in_words text not null,
  said jsonb,
  answer_file_id bigint not null references exchanged_file
);
create index on authorization_answer (authorization_request_id);
call tenant_table('authorization_answer', true);
comment on column authorization_answer.said is 'What it came to, by which one that comes again is known; null for what came before it was kept';

insert into authorization_answer (organization_id, authorization_request_id, answered_at, outcome, in_words, answer_file_id)
select organization_id, authorization_request_id, answered_at, outcome, in_words, answer_file_id
from authorization_request
where outcome is not null
order by authorization_request_id;

alter table authorization_request
  drop column answered_at,
  drop column outcome,
  drop column in_words,
  drop column answer_file_id;

-- What a payer gave beside what was asked for, in its answer to that request.
alter table payer_authorization add column authorization_request_id bigint references authorization_request;
create index on payer_authorization (authorization_request_id);
