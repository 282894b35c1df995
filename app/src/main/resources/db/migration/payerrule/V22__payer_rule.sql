-- Rules that the organization wrote itself, each version as it was typed. A draft may be changed until it is published;
-- from then on its text stays as it is.
create table payer_rule_version (
  payer_rule_version_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  rule_id text not null,
  version int not null check (version > 0),
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  title text not null,
  owner text not null,
  reason text not null,
  effective_from date not null,
  effective_until date,
  text text not null,
  digest text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  unique (organization_id, rule_id, version)
);
call tenant_table('payer_rule_version');
revoke delete on payer_rule_version from cleanclaim_app;

create function payer_rule_version_stays() returns trigger
  language plpgsql as $$
begin
  if old.state <> 'DRAFT'
    and (new.state = 'DRAFT' or new.rule_id <> old.rule_id or new.version <> old.version or new.text <> old.text) then
    raise exception 'version % of rule % has been published', old.version, old.rule_id;
  end if;
  return new;
end $$;

create trigger payer_rule_version_stays before update on payer_rule_version
  for each row execute function payer_rule_version_stays();

-- What a version would have done to past claims; digest says to which text the figures belong.
create table payer_rule_replay (
  payer_rule_replay_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  payer_rule_version_id bigint not null references payer_rule_version,
  digest text not null,
  is_out_of_period boolean not null,
  claims int not null,
  touched int not null,
  denials int not null,
  prevented int not null,
  prevented_charge usd not null,
  false_holds int not null,
  falsely_held usd not null,
  replayed_by text not null,
  replayed_at timestamptz not null
);
create index on payer_rule_replay (payer_rule_version_id, payer_rule_replay_id);
call tenant_table('payer_rule_replay', true);

create table payer_rule_event (
  payer_rule_event_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  rule_id text not null,
  version int not null,
  what text not null check (what in ('SAVED', 'COPIED', 'REPLAYED', 'PUBLISHED', 'RETIRED')),
  reason text,
  actor text not null,
  happened_at timestamptz not null
);
create index on payer_rule_event (organization_id, what, payer_rule_event_id);
create index on payer_rule_event (organization_id, rule_id);
call tenant_table('payer_rule_event', true);
