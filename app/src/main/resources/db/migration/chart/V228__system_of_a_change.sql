-- In which code set the code of a change stands, so that what is taken back is told as it is written.
alter table chart_change add column code_system text;
