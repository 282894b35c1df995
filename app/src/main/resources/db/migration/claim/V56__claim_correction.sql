-- A claim that corrects an earlier one: replacement (7), void (8), or a new claim where the payer took the earlier one as never
-- received (MA130). It takes the earlier one's place when the payer has taken it, not before.
alter table claim add column correction text check (correction in ('REPLACEMENT', 'VOID', 'RESUBMISSION'));
alter table claim add column correction_reason text;
alter table claim add column taken_over_at timestamptz;
alter table claim add column is_number_typed boolean not null default false;
alter table claim add check ((correction is null) = (replaces_claim_id is null));
-- A claim has one correction at a time; one that was withdrawn is voided.
create unique index on claim (replaces_claim_id) where replaces_claim_id is not null and status <> 'VOIDED';
