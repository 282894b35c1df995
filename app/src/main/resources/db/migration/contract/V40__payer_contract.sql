-- What a payer has agreed to allow, as the text of a contract file. Without one the payer's fees hold.
create table payer_contract (
  payer_contract_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  payer_id bigint not null references payer,
  name text not null,
  effective daterange not null,
  content text not null,
  added_by text not null,
  added_at timestamptz not null,
  exclude using gist (organization_id with =, payer_id with =, effective with &&)
);
call tenant_table('payer_contract');
