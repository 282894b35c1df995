-- What a replay says of rules that change claims, and how many of the claims the rule is about. Replays before this did
-- not count them and have to be made again.
alter table payer_rule_replay
  add column in_scope int not null default 0,
  add column changed int not null default 0,
  add column mended int not null default 0,
  add column mended_charge usd not null default 0,
  add column changed_though_paid int not null default 0,
  add column paid_unchanged usd not null default 0;

alter table payer_rule_event drop constraint payer_rule_event_what_check;
alter table payer_rule_event add constraint payer_rule_event_what_check
  check (what in ('SAVED', 'COPIED', 'REPLAYED', 'PUBLISHED', 'PUBLISHED_UNTRIED', 'RETIRED'));
