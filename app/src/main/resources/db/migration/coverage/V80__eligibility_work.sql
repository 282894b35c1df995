-- Why a payer was asked, with which file, what came back in which file, and who looked at what needs looking at.
alter table eligibility_check
  add column public_id uuid not null default uuidv7() unique,
  add column why text,
  add column coverage_version int,
  add column question_file_id bigint references exchanged_file,
  add column answer_file_id bigint references exchanged_file,
  add column settled_at timestamptz,
  add column settled_by text,
  add column settled_note text,
  add check (num_nulls(settled_at, settled_by, settled_note) in (0, 3));
create index on eligibility_check (organization_id, as_of) where settled_at is null;
