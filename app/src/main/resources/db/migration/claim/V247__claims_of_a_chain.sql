-- What payers decide on a claim is looked at with all that it stands in the place of, and all that stands in its place.
create index on claim (replaces_claim_id) where replaces_claim_id is not null;
