-- Kinds of clocks are the program's own list (ClockKind); here only their form is kept.
alter table deadline_clock drop constraint if exists deadline_clock_kind_check;
alter table deadline_clock add constraint deadline_clock_kind_check check (kind ~ '^[A-Z_]+$');
