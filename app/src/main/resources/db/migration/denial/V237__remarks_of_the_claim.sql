-- What a payer remarked of a claim as a whole (MIA, MOA) belongs to each amount that it refused of it: the cases that are
-- worked know it from now on.
alter table denial_case no force row level security;
alter table claim_payment no force row level security;
update denial_case d
set remarks = d.remarks || array(
  select m from unnest(p.remarks) with ordinality as x (m, place) where m <> all (d.remarks) order by place)
from claim_payment p
where p.claim_payment_id = d.claim_payment_id and d.status in ('NEW', 'IN_WORK', 'APPEALED')
  and not p.remarks <@ d.remarks;
alter table claim_payment force row level security;
alter table denial_case force row level security;
