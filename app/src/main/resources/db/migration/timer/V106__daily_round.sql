-- What the program does by itself once a day for a practice, when, and what came of the last time.
create table daily_round (
  organization_id bigint not null default current_organization() references organization,
  kind text not null,
  is_on boolean not null,
  at_time time not null,
  first_number int not null,
  second_number int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  ran_on date,
  ran_at timestamptz,
  outcome text,
  primary key (organization_id, kind)
);
call tenant_table('daily_round');
