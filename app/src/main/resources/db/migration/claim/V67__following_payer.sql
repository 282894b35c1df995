-- The claim to the next payer, once an earlier one has decided. What the earlier payers left is what it is owed; one that an
-- earlier payer forwarded by itself is not sent by us.
alter table claim add column follows_claim_id bigint references claim;
alter table claim add column owed usd;
alter table claim add column is_forwarded boolean not null default false;
alter table claim add check ((follows_claim_id is null) = (owed is null));
alter table claim add check (not is_forwarded or follows_claim_id is not null);
create index on claim (follows_claim_id) where follows_claim_id is not null;
