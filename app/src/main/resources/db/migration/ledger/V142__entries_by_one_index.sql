-- The organization in front, as row-level security asks for it with every question.
drop index entry_claim_id_idx;
drop index entry_encounter_id_idx;
drop index entry_patient_id_idx;
create index on entry (organization_id, claim_id);
create index on entry (organization_id, encounter_id);
create index on entry (organization_id, patient_id);
