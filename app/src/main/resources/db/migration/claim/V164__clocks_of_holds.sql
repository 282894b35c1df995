-- The days of holds are clocks of their own kind: their numbers and those of calls to payers come from two tables.
update deadline_clock k
set kind = 'HELD_CLAIM', title = 'Look at the held claim again'
from claim_hold h
where k.kind = 'FOLLOW_UP'
  and h.claim_id = k.claim_id
  and h.claim_hold_id = k.step
  and k.source = 'the hold''s own day';
