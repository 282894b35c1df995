-- What the front desk knows of a patient beyond name and address, how it was before, who answers for the bill, and which
-- records are of one person.
alter table patient
  add column email text,
  add column ssn_last4 text check (ssn_last4 ~ '^[0-9]{4}$'),
  add column primary_care_npi text check (primary_care_npi ~ '^[12][0-9]{9}$'),
  add column merged_into bigint references patient,
  add column merged_at timestamptz,
  add column merged_by text,
  add column merge_reason text,
  add check (merged_into <> patient_id),
  add check (num_nulls(merged_into, merged_at, merged_by, merge_reason) in (0, 4));
create index on patient (organization_id, born_on);
create index on patient ((coalesce(merged_into, patient_id)));

-- All records of the person whom one of them is of. Rows that name a record are left as they are: what was billed, coded
-- and posted under it stays where it is, and is read together.
create function same_person(one bigint) returns setof bigint language sql stable as $$
  select f.patient_id
  from patient p
  join patient f on coalesce(f.merged_into, f.patient_id) = coalesce(p.merged_into, p.patient_id)
  where p.patient_id = one
$$;

create function keep_merged() returns trigger language plpgsql as $$
begin
  if new.merged_into is null then
    raise exception 'a merged patient stays merged' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger patient_stays_merged before update of merged_into on patient
  for each row when (old.merged_into is not null) execute function keep_merged();

create table patient_before (
  patient_before_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  version int not null,
  facts jsonb not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  reason text not null,
  unique (patient_id, version)
);
call tenant_table('patient_before', true);

create table guarantor (
  guarantor_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  last_name text not null,
  first_name text not null,
  relationship text not null,
  address_line text not null,
  city text not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  postal_code text not null check (postal_code ~ '^[0-9]{5}([0-9]{4})?$'),
  phone text,
  email text,
  effective daterange not null check (not isempty(effective)),
  saved_by text not null,
  saved_at timestamptz not null,
  exclude using gist (organization_id with =, patient_id with =, effective with &&)
);
create index on guarantor (patient_id);
call tenant_table('guarantor');
revoke delete on guarantor from cleanclaim_app;
