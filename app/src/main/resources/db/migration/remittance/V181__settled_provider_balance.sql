-- What stands at provider level with a payer is kept by reason and reference. What nothing will even out, such as a
-- penalty, is settled by a person with a word; each state of a balance once. Nothing of it is changed afterwards.
create table provider_settlement (
  provider_settlement_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  payer_key text not null,
  reason text not null,
  reference text not null,
  adjustments int not null check (adjustments > 0),
  amount usd not null check (amount <> 0),
  why text not null check (why <> ''),
  settled_at timestamptz not null,
  settled_by text not null,
  unique (organization_id, payer_key, reason, reference, adjustments)
);
call tenant_table('provider_settlement', true);

create index on provider_adjustment (claim_id) where claim_id is not null;
