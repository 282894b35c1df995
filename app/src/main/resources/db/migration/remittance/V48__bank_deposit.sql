-- What the bank shows, one row per line of a statement. The same line of the same statement is taken once.
create table bank_deposit (
  bank_deposit_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  deposited_on date not null,
  amount usd not null check (amount <> 0),
  trace text,
  description text not null,
  occurrence int not null check (occurrence > 0),
  exchanged_file_id bigint references exchanged_file,
  imported_at timestamptz not null,
  imported_by text not null,
  remittance_id bigint references remittance,
  match text check (match in ('TRACE', 'AMOUNT_AND_DAY', 'MANUAL')),
  matched_at timestamptz,
  matched_by text,
  check ((remittance_id is null) = (match is null)),
  unique nulls not distinct (organization_id, deposited_on, amount, trace, description, occurrence)
);
create unique index on bank_deposit (remittance_id) where remittance_id is not null;
create index on bank_deposit (organization_id, deposited_on) where remittance_id is null;
call tenant_table('bank_deposit');

alter table remittance add foreign key (bank_deposit_id) references bank_deposit;
