-- Why the payer's system refused the whole file of a question, so that nobody waits for its answer.
alter table status_inquiry add column refused text;
