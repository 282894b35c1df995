-- A signed coding: the facts as they were when the coder made the codes final, and the digest of the packet that is
-- made from them. A chart that is opened again and signed again gets the next number; the old row stays.
create table signed_coding (
  signed_coding_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  encounter_id bigint not null references encounter,
  number int not null check (number > 0),
  signed_by text not null,
  signed_at timestamptz not null,
  format int not null,
  facts text not null,
  sha256 text not null,
  unique (encounter_id, number)
);
call tenant_table('signed_coding', true);
