-- Lines that the payer's contract pays by a sum per member and month, since its decision said so (CO-24); null for none.
alter table claim add column capitated_lines int[];
