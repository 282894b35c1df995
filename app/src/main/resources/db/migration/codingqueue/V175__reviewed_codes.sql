-- What a second review looks at is kept as it is shown: codes with what was present on admission, then services with
-- their units. A review that waits is of the services that its coder has accepted, too.

update coding_review r
set codes = coalesce((
  select string_agg(
    case when part[1] = 'ICD10CM' and length(part[2]) > 3 then left(part[2], 3) || '.' || substr(part[2], 4)
      else part[2] end
      || case when part[3] = 'null' then '' else ' POA ' || part[3] end,
    ', ' order by place)
  from unnest(string_to_array(r.codes, '; ')) with ordinality as code (words, place)
  cross join lateral string_to_array(words, ' ') as part
), '');

update coding_review r
set codes = concat_ws(', ', nullif(r.codes, ''), s.services)
from (
  select chart_id, string_agg(code || ' × ' || units, ', ' order by kind desc, chart_service_id) as services
  from chart_service
  where decision = 'ACCEPTED'
  group by chart_id
) s
where s.chart_id = r.chart_id and r.decision is null;
