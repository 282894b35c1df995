-- The trail is read by its days, by who did it and by what was touched, the newest first.
create index on audit_event (organization_id, happened_at, sequence);
create index on audit_event (organization_id, actor, happened_at, sequence);
create index on audit_event (organization_id, subject_id);
