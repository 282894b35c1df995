-- Scorecards count the charts that somebody was the first to sign in a month.
create index on signed_coding (organization_id, signed_by, signed_at) where number = 1;
