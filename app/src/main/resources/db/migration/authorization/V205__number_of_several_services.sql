-- A payer may give one number for several services, each with its own days and units.
drop index payer_authorization_organization_id_payer_id_patient_id_kin_idx;
create unique index on payer_authorization (organization_id, payer_id, patient_id, kind, number, services, valid_from);
