-- Each 278 that went out for an authorization, and what came back.
create table authorization_request (
  authorization_request_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  payer_authorization_id bigint not null references payer_authorization,
  trace text not null,
  asked jsonb not null,
  asked_by text not null,
  asked_at timestamptz not null,
  question_file_id bigint references exchanged_file,
  answered_at timestamptz,
  outcome text check (outcome in ('CERTIFIED', 'MODIFIED', 'DENIED', 'PENDED', 'NOT_NEEDED', 'CALL', 'REFUSED')),
  in_words text,
  answer_file_id bigint references exchanged_file,
  unique (organization_id, trace),
  check (num_nulls(answered_at, outcome, in_words, answer_file_id) in (0, 4))
);
create index on authorization_request (payer_authorization_id);
call tenant_table('authorization_request');
revoke delete on authorization_request from cleanclaim_app;
