-- How the line of a claim was found that a payer's service is about, in a sentence, where it is not plain: the payer
-- names another code, other units or another charge than was billed, or no line fits.
alter table line_adjudication
  add column match_reason text;

grant update (match_reason) on line_adjudication to cleanclaim_app;
