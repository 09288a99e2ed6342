create table indicator.definition (
  code text not null,
  version int not null check (version > 0),
  position int not null,
  name text not null,
  name_en text not null,
  meaning text not null,
  meaning_en text not null,
  combine text not null check (combine in ('amount', 'ratio', 'index')),
  measure text,
  parts text not null,
  formula text,
  unit text not null,
  digits int not null check (digits between 0 and 6),
  better text not null check (better in ('higher', 'lower', 'neither')),
  changed text not null check (changed in ('first', 'definition', 'rule', 'restated')),
  valid daterange not null check (not isempty(valid)),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  constraint definition_pk primary key (code, version),
  constraint definition_parts check ((combine = 'index') = (formula is not null) and (combine = 'index') = (measure is null)),
  constraint definition_one_at_a_time exclude using gist (code with =, valid with &&)
);
comment on table indicator.definition is
  'what the platform shows figures of, every version with the days it holds for; changed says what is new in a version; '
  'retention: kept for ever, a series must say how each of its numbers was counted';

create table indicator.counted (
  measure text primary key,
  version int not null check (version > 0),
  on_day date not null
);
comment on table indicator.counted is
  'by which version of its rule the facts of a measure were counted, and since when; retention: kept while the measure is';

-- What became known after the month in which it happened: the rare facts by which a month differs from what was known of it.
create index cell_late_idx on indicator.cell (measure, component, unit, day) include (known_on, breakdown, member, amount)
  where known_on >= cast(date_trunc('month', cast(day as timestamp)) + interval '1 month' as date);
