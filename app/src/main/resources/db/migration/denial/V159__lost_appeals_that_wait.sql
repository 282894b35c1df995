-- What an appeal did not win waits in the list of denials until somebody says what becomes of the money: the list and its
-- sums have it in their indexes.
drop index denial_case_organization_id_act_by_amount_denial_case_id_idx;
create index denial_waiting on denial_case (organization_id, act_by, amount desc, denial_case_id)
  where status in ('NEW', 'IN_WORK', 'APPEALED') or (status in ('LOST', 'PART_WON') and action = 'APPEAL');
drop index denial_open_sums;
create index denial_waiting_sums on denial_case (organization_id, cause, payer_id) include (amount, recovered)
  where status in ('NEW', 'IN_WORK', 'APPEALED') or (status in ('LOST', 'PART_WON') and action = 'APPEAL');
