-- A policy that pays for an injury alone has no place among the others: for that injury it is first.
alter table coverage no force row level security;
alter table payer no force row level security;
update coverage c set sequence = 'PRIMARY', medicare_second = null, version = version + 1
from payer p
where p.payer_id = c.payer_id and p.filing_code in ('WC', 'AM', 'LM') and c.sequence <> 'PRIMARY';
alter table payer force row level security;
alter table coverage force row level security;
