-- How far the writing on pre-printed stock is moved for a printer, for all payers or for one whose stock is cut otherwise.
create table paper_offset (
  paper_offset_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  form text not null check (form in ('CMS_1500', 'UB_04')),
  payer_id bigint references payer,
  printer text not null check (printer = btrim(printer) and length(printer) <= 60),
  right_mm numeric(4, 1) not null check (abs(right_mm) <= 30),
  down_mm numeric(4, 1) not null check (abs(down_mm) <= 30),
  saved_by text not null,
  saved_at timestamptz not null,
  unique nulls not distinct (organization_id, form, payer_id, printer)
);
call tenant_table('paper_offset');
