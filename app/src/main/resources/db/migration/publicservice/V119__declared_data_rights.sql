-- The times of requests about personal data, as shipped until the first day that administrators set, then as they set them.

create view publicservice.data_right_in_force as
  select substr(d.rule, 6) as code, d.acknowledge, d.least, d.duration as most, d.extension, d.validity as valid, d.source,
    d.confidence, d.notice, d.reason
  from casework.pub_declared_clock_rule d
  where d.rule like 'data-%'
  union all
  select r.code, r.acknowledge, r.least, r.most, r.extension, r.valid * daterange(null, f.first), r.source, r.confidence,
    null, null
  from publicservice.data_right r
    cross join lateral (
      select min(lower(d.validity)) as first from casework.pub_declared_clock_rule d where d.rule = 'data-' || r.code) f
  where not isempty(r.valid * daterange(null, f.first));
comment on view publicservice.data_right_in_force is
  'by when a request about personal data is answered, one row for each time of a right; notice and reason: null for what is shipped';
