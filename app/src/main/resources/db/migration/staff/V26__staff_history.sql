-- Pay is only added to: a correction is a further row of the same day, and the last one of a day holds. What was
-- entered before this takes its time from the trail.
alter table staff_pay drop constraint staff_pay_pkey;
alter table staff_pay add column staff_pay_id bigint generated always as identity primary key;
alter table staff_pay add column entered_at timestamptz;
update staff_pay p
set entered_at = (
  select max(a.happened_at)
  from audit_event a
  where a.organization_id = p.organization_id and a.action = 'entered pay' and a.subject_type = 'staff member'
    and a.subject_id = p.staff_member_id::text and a.reason = 'from ' || p.since);
create index on staff_pay (staff_member_id, since, staff_pay_id);
revoke update, delete on staff_pay from cleanclaim_app;

-- What a credential was before it was renewed, newly proven or removed, with the proof of then.
create table staff_credential_past (
  staff_credential_past_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  staff_member_id bigint not null references staff_member,
  credential text not null,
  number text,
  issued_on date not null,
  expires_on date,
  proof_reference text,
  proof_file_id bigint references exchanged_file,
  ended_because text not null check (ended_because in ('RENEWED', 'NEW_PROOF', 'REMOVED')),
  ended_by text not null,
  ended_at timestamptz not null
);
create index on staff_credential_past (staff_member_id, credential, staff_credential_past_id);
call tenant_table('staff_credential_past', true);

-- A goal holds from a month on, so that a new one changes no scorecard of before; zero takes it away.
alter table work_goal add column from_month date not null default '2000-01-01' check (extract(day from from_month) = 1);
alter table work_goal alter column from_month drop default;
alter table work_goal drop constraint work_goal_pkey;
alter table work_goal add primary key (staff_member_id, work_type, from_month);
alter table work_goal drop constraint work_goal_units_per_month_check;
alter table work_goal add constraint work_goal_units_per_month_check check (units_per_month >= 0);

-- What a person did in a month, and what became of a chart, is read from the trail.
create index on audit_event (organization_id, actor, happened_at);
create index on audit_event (organization_id, subject_type, subject_id);
