-- Administrators set the answers that other modules promise as they set clock rules, and take back what has not begun.

alter table casework.declared_clock_rule
  drop constraint declared_clock_rule_rule_check,
  drop constraint declared_clock_rule_says,
  drop constraint declared_clock_rule_pk,
  add column acknowledge text,
  add column least text,
  add column extension text,
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_why text,
  add constraint declared_clock_rule_pk primary key (rule, valid_from, declared_at),
  add constraint declared_clock_rule_named check (
    rule in ('silence', 'apology', 'silence-warning', 'consult-warning', 'extensions') or acknowledge is not null),
  add constraint declared_clock_rule_says
    check ((times is not null) = (rule = 'extensions') and (duration is null) = (rule = 'extensions')),
  add constraint declared_clock_rule_answers
    check ((acknowledge is null) = (extension is null) and (least is null or acknowledge is not null)),
  add constraint declared_clock_rule_withdrawn check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3)),
  add constraint declared_clock_rule_not_begun
    check (withdrawn_at is null or valid_from > cast(withdrawn_at at time zone 'Asia/Ho_Chi_Minh' as date));
create unique index declared_clock_rule_standing_uniq on casework.declared_clock_rule (rule, valid_from)
  where withdrawn_at is null;
comment on column casework.declared_clock_rule.acknowledge is
  'by when a request is acknowledged, where duration is the time for its answer; null for what the clock of a case does by itself';
comment on column casework.declared_clock_rule.least is 'where the source gives a span for the answer, its lower end';
comment on column casework.declared_clock_rule.extension is 'how much longer the answer may take when it is put off';
comment on column casework.declared_clock_rule.withdrawn_at is
  'before its first day; what was withdrawn never held, and is kept to be looked at';
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on casework.declared_clock_rule to haidang_app;

create view casework.pub_declared_clock_rule as
  select d.rule,
    daterange(d.valid_from, lead(d.valid_from) over (partition by d.rule order by d.valid_from)) as validity,
    d.duration, d.times, d.acknowledge, d.least, d.extension, d.notice,
    case when d.article = '' then d.document else d.article || ', ' || d.document end as source,
    d.confidence, d.reason
  from casework.declared_clock_rule d
  where d.withdrawn_at is null;
comment on view casework.pub_declared_clock_rule is
  'what administrators set for clocks, each until the next of its name, without what they withdrew; read by the modules whose clocks are set there';

create or replace view casework.clock_rule_in_force as
  select d.rule, d.validity, d.duration, d.times, d.notice, d.source, d.confidence, d.reason
  from casework.pub_declared_clock_rule d
  where d.acknowledge is null
  union all
  select r.rule, r.validity * daterange(null, f.first), r.duration, r.times, r.notice, r.source, r.confidence, null
  from casework.clock_rule r
    cross join lateral (
      select min(lower(d.validity)) as first from casework.pub_declared_clock_rule d where d.rule = r.rule) f
  where not isempty(r.validity * daterange(null, f.first));
