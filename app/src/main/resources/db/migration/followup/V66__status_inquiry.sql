-- Questions to payers where a claim stands (276), and what they answered (277).
create table status_inquiry (
  status_inquiry_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  trace text not null,
  exchanged_file_id bigint references exchanged_file,
  asked_by text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer jsonb,
  in_words text,
  unique (organization_id, trace),
  check ((answered_at is null) = (answer is null))
);
create index on status_inquiry (claim_id);
call tenant_table('status_inquiry');
revoke delete on status_inquiry from cleanclaim_app;
