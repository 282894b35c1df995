-- Why the payer's system refused the whole file of a question, so that nobody waits for its answer.
alter table eligibility_check add column refused text;
