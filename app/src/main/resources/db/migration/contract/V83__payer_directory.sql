-- What the payer directory knows beside the number that claims go to: how a payer is named at each clearinghouse in
-- questions, where it sits and whom to call, how soon it is used to answer. Filing and appeal limits are in payer_terms.
create table payer_identifier (
  payer_identifier_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  payer_id bigint not null references payer,
  clearinghouse text not null default '',
  kind text not null default '' check (kind in ('', '270', '278')),
  identifier text not null check (identifier ~ '^[0-9A-Za-z]{2,20}$'),
  unique (payer_id, clearinghouse, kind)
);
call tenant_table('payer_identifier');

create table payer_contact (
  payer_id bigint primary key references payer,
  organization_id bigint not null default current_organization() references organization,
  address_line text not null default '',
  city text not null default '',
  state text not null default '',
  postal_code text not null default '',
  claims_phone text not null default '',
  eligibility_phone text not null default '',
  authorization_phone text not null default '',
  portal text not null default '',
  usual_answer_days int check (usual_answer_days between 1 and 365),
  saved_by text not null,
  saved_at timestamptz not null
);
call tenant_table('payer_contact');
