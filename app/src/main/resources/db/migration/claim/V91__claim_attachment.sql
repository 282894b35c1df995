-- Documents of a claim or one of its lines, announced on the claim (PWK) while no payer has it. The file is kept with its digest.
create table claim_attachment (
  claim_attachment_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  service_line int,
  report_type text not null check (report_type ~ '^[A-Z0-9]{2}$'),
  transmission text not null check (transmission in ('AA', 'BM', 'EL', 'EM', 'FT', 'FX')),
  control_number text not null,
  is_announced boolean not null,
  file_name text not null,
  media_type text not null,
  byte_count int not null check (byte_count > 0),
  sha256 text not null,
  content bytea not null,
  added_by text not null,
  added_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_why text,
  unique (organization_id, control_number)
);
create index on claim_attachment (claim_id);
call tenant_table('claim_attachment');

-- A payer asks for records: by a 277, by a denial, or by letter.
create table record_request (
  record_request_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  source text not null check (source in ('STATUS', 'DENIAL', 'LETTER')),
  codes text not null,
  payer_reference text,
  what text not null,
  asked_on date not null,
  status text not null check (status in ('OPEN', 'ANSWERED', 'CLOSED')),
  ended_why text,
  ended_at timestamptz,
  unique (claim_id, source, codes, asked_on)
);
call tenant_table('record_request');

-- A 275 on its way, with what came back for it.
create table record_sending (
  record_sending_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  claim_id bigint not null references claim,
  record_request_id bigint references record_request,
  interchange_control_number text not null,
  group_control_number text not null,
  exchanged_file_id bigint not null references exchanged_file,
  status text not null check (status in ('SENT', 'ACCEPTED', 'REJECTED')),
  answer text,
  sent_by text not null,
  sent_at timestamptz not null,
  unique (organization_id, interchange_control_number)
);
create index on record_sending (claim_id);
call tenant_table('record_sending');

create table record_sending_attachment (
  record_sending_id bigint not null references record_sending,
  claim_attachment_id bigint not null references claim_attachment,
  organization_id bigint not null default current_organization() references organization,
  primary key (record_sending_id, claim_attachment_id)
);
create index on record_sending_attachment (claim_attachment_id);
call tenant_table('record_sending_attachment');
