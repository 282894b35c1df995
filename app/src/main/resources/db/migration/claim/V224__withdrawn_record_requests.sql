-- A request for records that came with a payment of another claim asks for nothing of this one.
alter table record_request add column is_withdrawn boolean not null default false;
