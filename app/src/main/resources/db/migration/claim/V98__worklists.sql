-- Work lists over a million claims: the order in which each is shown is an order of an index, and a filter is a column of
-- one. Names are kept in lower case, since row-level security keeps conditions with lower() away from indexes.
alter table patient
  add column last_name_lower text generated always as (lower(last_name)) stored,
  add column first_name_lower text generated always as (lower(first_name)) stored;
drop index patient_organization_id_lower_lower1_idx;
create index on patient (organization_id, last_name_lower, first_name_lower);

drop index claim_organization_id_idx;
drop index claim_organization_id_status_served_from_idx;
create index on claim (organization_id, status, served_from, claim_id);
create index on claim (organization_id, served_from, claim_id);
create index on claim (organization_id, payer_id, served_from, claim_id);

create index on remittance (organization_id, paid_on, remittance_id);
