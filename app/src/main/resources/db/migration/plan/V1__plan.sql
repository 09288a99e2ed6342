create schema if not exists plan;
grant usage on schema plan to haidang_app;
alter default privileges in schema plan grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema plan grant usage on sequences to haidang_app;

create table plan.document (
  key text primary key,
  number text,
  issued_on date,
  title text not null,
  title_en text not null,
  issuer text not null,
  note text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K'))
);
comment on table plan.document is
  'plans, resolutions and programmes that set targets; retention: kept for ever, they are the history of the plan';

create table plan.indicator (
  key text primary key,
  position integer not null,
  name text not null,
  name_en text not null,
  unit text not null,
  measure text,
  note text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K'))
);
comment on table plan.indicator is
  'what targets are set for; the measure that counts it, where the platform can; retention: kept for ever, as the documents';

create table plan.target (
  document text not null references plan.document (key) on delete cascade,
  indicator text not null references plan.indicator (key) on delete cascade,
  tier text not null check (tier in ('AREA', 'CITY', 'DISTRICT', 'COMMUNE')),
  year integer not null check (year between 2000 and 2100),
  operator text not null check (operator in ('>=', '>', '<=', '=', 'yes')),
  value numeric(14, 4) check ((value is null) = (operator = 'yes')),
  unit text not null,
  universe integer check (universe > 0),
  not_comparable text,
  not_comparable_en text,
  note text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  primary key (document, indicator, tier, year),
  check ((not_comparable is null) = (not_comparable_en is null))
);
create index target_indicator_idx on plan.target (indicator);
comment on table plan.target is
  'what a document wants of an indicator by a year; several documents may want different things; retention: kept for ever, as the documents';

create table plan.external_value (
  indicator text not null references plan.indicator (key) on delete cascade,
  period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
  unit_key text not null,
  value numeric(14, 4) not null,
  universe integer check (universe > 0),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  primary key (indicator, period, unit_key, source)
);
comment on table plan.external_value is
  'values others published, each with its source and never mixed with measured ones; retention: kept for ever, as the documents';
