create table patient (
  patient_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  account_number text not null,
  last_name text not null,
  first_name text not null,
  middle_name text,
  suffix text,
  born_on date not null,
  sex text not null check (sex in ('FEMALE', 'MALE', 'UNKNOWN')),
  address_line text not null,
  address_line2 text,
  city text not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  postal_code text not null check (postal_code ~ '^[0-9]{5}([0-9]{4})?$'),
  phone text,
  guarantor_name text,
  created_at timestamptz not null,
  version int not null default 0,
  unique (organization_id, account_number)
);
create index on patient (organization_id, lower(last_name), lower(first_name));
call tenant_table('patient');
