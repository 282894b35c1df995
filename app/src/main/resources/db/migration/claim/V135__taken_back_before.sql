-- A claim to a next payer waits while the payer before has taken its decision back and not decided anew.
alter table claim add column is_taken_back boolean not null default false;

update claim c
set is_taken_back = true
where c.follows_claim_id is not null and c.status not in ('VOIDED', 'REPLACED')
  and (
    select m.status_code = '22'
    from claim_payment m
    where m.claim_id = c.follows_claim_id
    order by m.claim_payment_id desc
    limit 1);

alter table claim add check (not is_taken_back or follows_claim_id is not null);
