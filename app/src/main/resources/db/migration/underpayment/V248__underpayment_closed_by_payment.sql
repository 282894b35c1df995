-- Which payment closed an underpayment, by what it decided or because it was on another claim, and how it stood: a
-- match that is undone or made again puts it back.
alter table underpayment add closed_by_claim_payment_id bigint references claim_payment;
alter table underpayment add state_before text check (state_before in ('OPEN', 'DISPUTED'));
alter table underpayment add check ((closed_by_claim_payment_id is null) = (state_before is null));
create index on underpayment (closed_by_claim_payment_id) where closed_by_claim_payment_id is not null;
