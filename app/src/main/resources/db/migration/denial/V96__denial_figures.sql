-- A remittance of a hundred thousand claims looks for the cases of each.
create index on denial_case (claim_id);
create index on denial_case (correction_claim_id) where correction_claim_id is not null;
create index on denial_case (organization_id, act_by, amount desc, denial_case_id)
  where status in ('NEW', 'IN_WORK', 'APPEALED');

-- The records of a person are one or two, not the thousand that are assumed of a function.
alter function same_person(bigint) rows 2;
