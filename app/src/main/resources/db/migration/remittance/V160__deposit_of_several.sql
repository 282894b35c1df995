-- A bank puts checks of one day together: a deposit may be made up of several remittances, each of which names it.
alter table bank_deposit
  drop constraint bank_deposit_match_check,
  drop constraint bank_deposit_check,
  add constraint bank_deposit_match_check check (match in ('TRACE', 'AMOUNT_AND_DAY', 'MANUAL', 'SEVERAL')),
  add constraint bank_deposit_of_one_remittance check ((remittance_id is null) = (match is null or match = 'SEVERAL')),
  add constraint bank_deposit_put_aside_unmatched check (put_aside_at is null or match is null);
drop index bank_deposit_organization_id_deposited_on_idx;
create index bank_deposit_open on bank_deposit (organization_id, deposited_on, bank_deposit_id)
  where match is null and put_aside_at is null;

-- Posted remittances whose money the bank has not shown, counted on the first page and listed by their age.
create index remittance_without_deposit on remittance (organization_id, paid_on, remittance_id)
  where status = 'POSTED' and bank_deposit_id is null and paid <> 0;
