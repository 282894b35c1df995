-- The people of an organization, whether they sign in or not. The named manager and the administrator alone see pay.
create table staff_member (
  staff_member_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  name text not null check (btrim(name) <> ''),
  position text not null check (btrim(position) <> ''),
  state text check (state ~ '^[A-Z]{2}$'),
  hours_per_week numeric(4, 1) not null default 40 check (hours_per_week > 0 and hours_per_week <= 168),
  employed_from date not null,
  employed_until date check (employed_until > employed_from),
  user_name text references user_account (user_name),
  manager_id bigint references staff_member,
  unique (organization_id, name),
  check (manager_id <> staff_member_id)
);
create unique index on staff_member (organization_id, user_name) where user_name is not null;
call tenant_table('staff_member');

create table staff_credential (
  staff_credential_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  staff_member_id bigint not null references staff_member,
  credential text not null check (credential ~ '^[A-Z][A-Z-]{1,9}$'),
  number text,
  issued_on date not null,
  expires_on date check (expires_on > issued_on),
  cycle_from date,
  cycle_until date check (cycle_until > cycle_from),
  units_needed numeric(5, 1) check (units_needed >= 0),
  units_earned numeric(5, 1) not null default 0 check (units_earned >= 0),
  proof_reference text,
  proof_file_id bigint references exchanged_file,
  unique (staff_member_id, credential),
  check ((cycle_from is null) = (cycle_until is null) and (cycle_from is null) = (units_needed is null))
);
call tenant_table('staff_credential');

-- Charts of a setting, of one specialty where given, take somebody with any of the credentials.
create table queue_rule (
  queue_rule_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  setting text not null check (setting in ('OUTPATIENT', 'EMERGENCY', 'INPATIENT')),
  specialty text,
  credentials text[] not null check (cardinality(credentials) > 0),
  unique nulls not distinct (organization_id, setting, specialty)
);
call tenant_table('queue_rule');

-- One person may work one visit's chart in spite of the rules.
create table queue_exception (
  queue_exception_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  visit_number text not null,
  user_name text not null,
  reason text not null check (btrim(reason) <> ''),
  granted_by text not null,
  granted_at timestamptz not null,
  unique (organization_id, visit_number, user_name)
);
call tenant_table('queue_exception', true);

-- Working minutes that one unit takes, and what somebody is to do in a month.
create table work_standard (
  organization_id bigint not null default current_organization() references organization,
  work_type text not null check (work_type in ('OUTPATIENT_CHART', 'EMERGENCY_CHART', 'INPATIENT_CHART', 'CLAIM')),
  minutes_per_unit numeric(6, 1) not null check (minutes_per_unit > 0),
  primary key (organization_id, work_type)
);
call tenant_table('work_standard');

create table work_goal (
  organization_id bigint not null default current_organization() references organization,
  staff_member_id bigint not null references staff_member,
  work_type text not null check (work_type in ('OUTPATIENT_CHART', 'EMERGENCY_CHART', 'INPATIENT_CHART', 'CLAIM')),
  units_per_month int not null check (units_per_month > 0),
  primary key (staff_member_id, work_type)
);
call tenant_table('work_goal');

create table staff_pay (
  staff_member_id bigint not null references staff_member,
  organization_id bigint not null default current_organization() references organization,
  since date not null,
  basis text not null check (basis in ('HOURLY', 'ANNUAL')),
  amount usd not null check (amount > 0),
  entered_by text not null,
  primary key (staff_member_id, since)
);
call tenant_table('staff_pay');

-- How people may work away from the office; user_name null is the organization's own setting. What a person's row
-- leaves null is as the organization has it.
create table remote_work (
  organization_id bigint not null default current_organization() references organization,
  user_name text,
  lock_after_minutes int check (lock_after_minutes between 1 and 240),
  local_files text check (local_files in ('ALLOWED', 'REFUSED')),
  watermark text check (watermark in ('SHOWN', 'NOT_SHOWN')),
  unique nulls not distinct (organization_id, user_name)
);
call tenant_table('remote_work');
