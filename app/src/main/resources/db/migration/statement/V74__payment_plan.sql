create table payment_plan (
  payment_plan_id bigint generated always as identity primary key,
  public_id uuid not null default uuidv7() unique,
  organization_id bigint not null default current_organization() references organization,
  patient_id bigint not null references patient,
  total usd not null check (total > 0),
  agreed_on date not null,
  note text not null,
  status text not null check (status in ('ACTIVE', 'COMPLETED', 'BROKEN', 'CANCELLED')),
  paid_before usd not null,
  made_by text not null,
  ended_on date check ((status = 'ACTIVE') = (ended_on is null)),
  ended_why text,
  version int not null default 0
);
create unique index on payment_plan (patient_id) where status = 'ACTIVE';
call tenant_table('payment_plan');

create table payment_plan_instalment (
  payment_plan_id bigint not null references payment_plan,
  number int not null check (number > 0),
  organization_id bigint not null default current_organization() references organization,
  due_on date not null,
  amount usd not null check (amount > 0),
  primary key (payment_plan_id, number)
);
call tenant_table('payment_plan_instalment', true);
