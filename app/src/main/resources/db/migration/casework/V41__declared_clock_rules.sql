-- What administrators set for the clock from a day on. It stands beside what is shipped, wins over it from its first day, and no load
-- of reference data touches it. A day that was lived through keeps its rule: rows are added for days to come, and stay.

create table casework.declared_clock_rule (
  rule text not null check (rule in ('silence', 'apology', 'silence-warning', 'consult-warning', 'extensions')),
  valid_from date not null,
  duration text,
  times int check (times >= 0),
  notice text not null,
  document text not null,
  article text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  reason text not null,
  declared_at timestamptz not null,
  declared_by uuid not null,
  constraint declared_clock_rule_pk primary key (rule, valid_from),
  constraint declared_clock_rule_says
    check ((times is not null) = (rule = 'extensions') and (duration is null) = (rule = 'extensions')),
  constraint declared_clock_rule_to_come
    check (valid_from > cast(declared_at at time zone 'Asia/Ho_Chi_Minh' as date))
);
comment on table casework.declared_clock_rule is
  'clock rules as administrators set them, each until the next one of its name; retention: kept as long as a case names it';
comment on column casework.declared_clock_rule.article is 'empty where the document has none';
comment on column casework.declared_clock_rule.reason is 'why it was changed; notice says why there is such a rule';
revoke update, delete on casework.declared_clock_rule from haidang_app;

create view casework.clock_rule_in_force as
  select d.rule,
    daterange(d.valid_from, lead(d.valid_from) over (partition by d.rule order by d.valid_from)) as validity,
    d.duration, d.times, d.notice,
    case when d.article = '' then d.document else d.article || ', ' || d.document end as source,
    d.confidence, d.reason
  from casework.declared_clock_rule d
  union all
  select r.rule, r.validity * daterange(null, f.first), r.duration, r.times, r.notice, r.source, r.confidence, null
  from casework.clock_rule r
    cross join lateral (select min(d.valid_from) as first from casework.declared_clock_rule d where d.rule = r.rule) f
  where not isempty(r.validity * daterange(null, f.first));
comment on view casework.clock_rule_in_force is
  'one row for each time of a rule: what is shipped until the first day that administrators set, then what they set; reason: null for what is shipped';
