-- What a receiver's system found wrong in a file of ours that it took all the same (999 with code E).
create table file_remark (
  file_remark_id bigint generated always as identity primary key,
  organization_id bigint not null default current_organization() references organization,
  exchanged_file_id bigint not null references exchanged_file,
  said_in bigint not null references exchanged_file (exchanged_file_id),
  remark text not null,
  unique (exchanged_file_id, said_in)
);
call tenant_table('file_remark', true);
