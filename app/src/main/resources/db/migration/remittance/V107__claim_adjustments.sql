-- What a payer adjusts of a claim as a whole: a stay is refused so, and its refusal opens a case as that of a line does.
alter table claim_payment add column adjustments jsonb not null default '[]';
