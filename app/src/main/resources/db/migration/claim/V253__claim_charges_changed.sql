-- Since when a payer's claim says something else than the charges of its visit; a replacement brings it up to them.
alter table claim add column charges_changed_at timestamptz;
