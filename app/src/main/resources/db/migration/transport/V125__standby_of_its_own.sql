-- A standby knows the receiver by an id of its own, and a file that goes over it is addressed anew: the copy that went is kept
-- beside the file as it was written.
alter table route
  add column standby_receiver_id text check (standby_receiver_id ~ '^[0-9A-Z ]{2,15}$'),
  add constraint route_standby_is_whole check (standby_receiver_id is null or standby_id is not null);
alter table delivery add column readdressed_file_id bigint references exchanged_file;
