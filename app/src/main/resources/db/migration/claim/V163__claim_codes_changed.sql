-- Since when a payer's claim has other codes than the final chart of its visit; a replacement brings it up to them.
alter table claim add column codes_changed_at timestamptz;
