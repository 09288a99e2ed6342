create schema if not exists scorecard;
grant usage on schema scorecard to haidang_app;
alter default privileges in schema scorecard grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema scorecard grant usage on sequences to haidang_app;

create table scorecard.sheet (
  code text primary key check (code ~ '^[a-z0-9-]+$'),
  name text not null,
  name_en text not null,
  points numeric not null check (points > 0),
  note text not null,
  note_en text not null,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K'))
);
comment on table scorecard.sheet is
  'sheets by which an agency is scored, as their decisions define them; retention: reference data, replaced when loaded anew';

create table scorecard.section (
  sheet text not null,
  code text not null check (code ~ '^[a-z0-9-]+$'),
  ordinal int not null check (ordinal > 0),
  name text not null,
  name_en text not null,
  points numeric not null check (points > 0),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  constraint section_pk primary key (sheet, code)
);
comment on table scorecard.section is 'groups of items of a sheet; retention: reference data, replaced when loaded anew';

create table scorecard.item (
  sheet text not null,
  code text not null check (code ~ '^[a-z0-9-]+$'),
  validity daterange not null check (not isempty(validity)),
  ordinal int not null check (ordinal > 0),
  section text not null,
  metric text,
  name text not null,
  name_en text not null,
  points numeric check (points > 0),
  full_at numeric not null check (full_at > 0 and full_at <= 100),
  communes text not null check (communes in ('apply', 'full')),
  numerator text,
  denominator text,
  of_nothing text not null check (of_nothing in ('zero', 'not-applicable', 'full', 'previous-year', 'not-established')),
  unknown text check (unknown in ('national', 'population', 'no-record', 'definition', 'feedback', 'payment')),
  note text,
  note_en text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  constraint item_pk primary key (sheet, code, validity),
  constraint item_one_a_day exclude using gist (sheet with =, code with =, validity with &&),
  constraint item_known_or_why_not check (num_nonnulls(numerator, denominator) in (0, 2) and (numerator is null) = (unknown is not null)),
  constraint item_note_in_both check ((note is null) = (note_en is null))
);
comment on table scorecard.item is
  'what a sheet scores, with the days each rule holds for; one that cannot be known here says why; '
  'retention: reference data, replaced when loaded anew';
comment on column scorecard.item.points is 'null: watched, not scored';
comment on column scorecard.item.full_at is 'the share, in percent, from which on all points are given';
comment on column scorecard.item.of_nothing is 'what holds where the denominator is nothing; not-established where the source is silent';
