-- Some rules count hours: a payer decides on an urgent request within 72.
alter table deadline_clock drop constraint deadline_clock_unit_check;
alter table deadline_clock add check (unit in ('HOURS', 'DAYS', 'BUSINESS_DAYS', 'MONTHS'));
