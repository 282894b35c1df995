-- The file that a document's text was taken from, as it came: HTML, C-CDA, FHIR, or text in another encoding.
create table document_file (
  document_id bigint primary key references document,
  organization_id bigint not null default current_organization() references organization,
  format text not null check (format in ('PLAIN_TEXT', 'HTML', 'CDA', 'FHIR')),
  content bytea not null
);
call tenant_table('document_file', true);

-- The providers of a practice by their latest visits.
create index on encounter (organization_id, provider_npi, encounter_id);
