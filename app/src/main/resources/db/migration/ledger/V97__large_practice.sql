-- What a practice with a million claims needs. The organization of a transaction is asked once for each statement, and no
-- more for each row: a subquery is evaluated once.
create or replace procedure tenant_table(table_name regclass, is_append_only boolean default false)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant on %s using (organization_id = (select current_organization()))
       with check (organization_id = (select current_organization()))', table_name);
  execute format('create index on %s (organization_id)', table_name);
  if is_append_only then
    execute format('grant select, insert on %s to cleanclaim_app', table_name);
  else
    execute format('grant select, insert, update, delete on %s to cleanclaim_app', table_name);
  end if;
end $$;

do $$
declare
  guarded record;
begin
  for guarded in select schemaname, tablename from pg_policies where policyname = 'tenant' loop
    execute format(
      'alter policy tenant on %I.%I using (organization_id = (select current_organization()))
         with check (organization_id = (select current_organization()))', guarded.schemaname, guarded.tablename);
  end loop;
end $$;

-- An index that has one value for nearly all rows finds nothing and is written for each row.
drop index entry_organization_id_idx;
drop index line_adjudication_organization_id_idx;
drop index claim_payment_organization_id_idx1;
drop index claim_event_organization_id_idx;
drop index posting_organization_id_idx;

-- The policy lets no row in that is of another organization than the transaction's, which exists.
alter table posting drop constraint posting_organization_id_fkey;
alter table claim_payment drop constraint claim_payment_organization_id_fkey;
alter table claim_event drop constraint claim_event_organization_id_fkey;
