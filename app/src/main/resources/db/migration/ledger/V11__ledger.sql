-- Double entry, append-only. Positive is debit, negative is credit; the entries of a posting sum to zero, which a
-- deferred constraint checks at commit. A mistake is corrected by a further posting that names the first.
create table posting (
  posting_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  kind text not null,
  reason text not null,
  source text not null,
  idempotency_key text not null,
  reverses_posting_id bigint unique references posting,
  effective_on date not null,
  posted_at timestamptz not null,
  actor text not null,
  unique (organization_id, idempotency_key)
);
call tenant_table('posting', true);

create table entry (
  posting_id bigint not null references posting,
  position int not null check (position > 0),
  organization_id bigint not null default current_organization() references organization,
  account text not null check (account in (
    'CHARGES', 'UNBILLED', 'INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'CONTRACTUAL_ADJUSTMENT', 'WRITE_OFF',
    'DEPOSIT_IN_TRANSIT', 'BANK', 'UNAPPLIED_CASH', 'REFUND', 'PROVIDER_ADJUSTMENT')),
  amount usd not null check (amount <> 0),
  patient_id bigint references patient,
  encounter_id bigint references encounter,
  claim_id bigint,
  payer_id bigint references payer,
  line int,
  memo text,
  primary key (posting_id, position)
);
create index on entry (claim_id, account);
create index on entry (patient_id, account);
create index on entry (encounter_id, account);
call tenant_table('entry', true);

-- Security definer, so that no policy can hide an entry from the sum.
create function check_posting_is_balanced() returns trigger
  language plpgsql security definer set search_path = public as $$
declare
  difference usd;
  entries int;
begin
  select sum(amount), count(*) into difference, entries from entry where posting_id = new.posting_id;
  if entries < 2 or difference <> 0 then
    raise exception 'posting % does not balance: % entries, difference %', new.posting_id, entries, difference
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger posting_has_entries
  after insert on posting deferrable initially deferred
  for each row execute function check_posting_is_balanced();
create constraint trigger entry_is_balanced
  after insert on entry deferrable initially deferred
  for each row execute function check_posting_is_balanced();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger posting_is_append_only before update or delete on posting
  for each row execute function refuse_change();
create trigger entry_is_append_only before update or delete on entry
  for each row execute function refuse_change();
create trigger audit_event_is_append_only before update or delete on audit_event
  for each row execute function refuse_change();
