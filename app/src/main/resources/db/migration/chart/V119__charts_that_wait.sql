-- Charts that are not final, the visits in the order in which they are shown, and the queues that there are.
create index chart_to_code on chart (organization_id, encounter_id) where status <> 'FINAL_CODED';
create index on encounter (organization_id, served_on, encounter_id);
create index on encounter (organization_id, setting, specialty);
