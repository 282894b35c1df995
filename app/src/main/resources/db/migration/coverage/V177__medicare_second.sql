-- Why another insurance pays before a policy of Medicare, as SBR05 and value codes number it.
alter table coverage
  add column medicare_second text check (medicare_second in ('12', '13', '14', '15', '16', '41', '42', '43', '47')),
  add check (medicare_second is null or sequence <> 'PRIMARY');
