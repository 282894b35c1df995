-- What a hospital bills a visit with: how the patient came and went, and the codes of the bill.
create table hospital_stay (
  encounter_id bigint primary key references encounter,
  organization_id bigint not null default current_organization() references organization,
  bill_type text not null check (bill_type ~ '^[1-8][1-9]$'),
  served_from date not null,
  served_through date not null check (served_through >= served_from),
  admitted_on date,
  admission_hour text check (admission_hour ~ '^([01][0-9]|2[0-3])[0-5][0-9]$'),
  discharged_on date check (discharged_on >= admitted_on),
  discharge_hour text check (discharge_hour ~ '^([01][0-9]|2[0-3])[0-5][0-9]$'),
  admission_type text,
  admission_source text,
  patient_status text,
  codes jsonb not null default '[]',
  entered_by text not null,
  version int not null default 0
);
call tenant_table('hospital_stay');
