-- What an agency was told after a hand-over: how much is due still, and what it has to wait for.
create table collection_notice (
  collection_notice_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  collection_placement_id bigint not null references collection_placement,
  amount usd not null check (amount >= 0),
  causes text not null,
  why text not null check (btrim(why) <> ''),
  told_on date not null,
  told_by text not null
);
create index on collection_notice (collection_placement_id);
call tenant_table('collection_notice', true);

-- What was due when it came back.
alter table collection_placement add column ended_due usd;
