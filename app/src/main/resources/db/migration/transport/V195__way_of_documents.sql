-- Documents of claims (275) take a way as every other kind of file.
alter table route drop constraint route_kind_check;
alter table route add constraint route_kind_check check (kind in ('837P', '837I', '270', '275', '276', '278'));
