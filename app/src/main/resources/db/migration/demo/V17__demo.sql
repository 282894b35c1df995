-- Which steps of the demo month are done, so that a second run goes on where the first stopped.
create table demo_step (
  organization_id bigint not null default current_organization() references organization,
  step text not null,
  done_at timestamptz not null,
  primary key (organization_id, step)
);
call tenant_table('demo_step');
