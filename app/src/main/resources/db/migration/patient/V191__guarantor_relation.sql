-- What a guarantor is to the patient, in words of its own: those of a policy's subscriber know no parent.
alter table guarantor no force row level security;
update guarantor set relationship = case
  when relationship in ('SPOUSE', 'CHILD', 'LIFE_PARTNER') then relationship
  when relationship = 'EMPLOYEE' then 'EMPLOYER'
  else 'OTHER' end;
alter table guarantor force row level security;
alter table guarantor add check (relationship in ('PARENT', 'LEGAL_GUARDIAN', 'GRANDPARENT', 'SPOUSE', 'LIFE_PARTNER', 'CHILD',
  'SIBLING', 'EMPLOYER', 'OTHER'));
