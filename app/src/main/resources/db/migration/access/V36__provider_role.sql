-- Providers sign in to answer queries about their own visits.
alter table user_account drop constraint user_account_roles_check;
alter table user_account add constraint user_account_roles_check
  check (roles <@ array['CODER','BILLER','FRONT_DESK','MANAGER','AUDITOR','ADMIN','PROVIDER']);
