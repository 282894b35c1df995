-- What came back for a submission: TA1, 999 and 277CA, each with its file.
create table submission_receipt (
  submission_receipt_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  submission_id bigint not null references submission,
  claim_id bigint references claim,
  kind text not null check (kind in ('TA1', '999', '277CA')),
  answer text not null,
  exchanged_file_id bigint not null references exchanged_file,
  received_at timestamptz not null
);
create unique index on submission_receipt (submission_id, kind, coalesce(claim_id, 0), exchanged_file_id);
call tenant_table('submission_receipt', true);
