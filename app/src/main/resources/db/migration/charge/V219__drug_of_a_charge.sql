-- The drug that a charge is about, from its package: eleven digits, how much of it, and what that counts.
alter table charge
  add column ndc text check (ndc ~ '^[0-9]{11}$'),
  add column ndc_quantity numeric(11, 3) check (ndc_quantity > 0),
  add column ndc_unit text check (ndc_unit in ('F2', 'GR', 'ME', 'ML', 'UN')),
  add check (num_nulls(ndc, ndc_quantity, ndc_unit) in (0, 3));
alter table facility_charge
  add column ndc text check (ndc ~ '^[0-9]{11}$'),
  add column ndc_quantity numeric(11, 3) check (ndc_quantity > 0),
  add column ndc_unit text check (ndc_unit in ('F2', 'GR', 'ME', 'ML', 'UN')),
  add check (num_nulls(ndc, ndc_quantity, ndc_unit) in (0, 3));
