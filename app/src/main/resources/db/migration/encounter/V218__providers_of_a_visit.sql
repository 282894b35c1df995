-- Who referred, ordered, supervised or operated, and the payer's referral: what a claim says of a visit beside its services.
alter table encounter
  add column referral_number text,
  add column other_providers jsonb not null default '[]';
