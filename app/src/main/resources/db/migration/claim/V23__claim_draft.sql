-- The claim as it was before payer rules changed it; null when they changed nothing.
alter table claim add column draft jsonb;
