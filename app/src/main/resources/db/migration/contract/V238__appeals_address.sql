-- Where a payer takes appeals on paper, when it is not where it takes claims.
alter table payer_contact add column appeals_address_line text not null default '';
alter table payer_contact add column appeals_city text not null default '';
alter table payer_contact add column appeals_state text not null default '';
alter table payer_contact add column appeals_postal_code text not null default '';
