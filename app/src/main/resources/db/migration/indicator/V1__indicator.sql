create schema if not exists indicator;
grant usage on schema indicator to haidang_app;
alter default privileges in schema indicator grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema indicator grant usage, select on sequences to haidang_app;

-- A queue: inserted into by acts, emptied by the folder, never updated. The shard leaves out the day, so that all cells of
-- one series are folded by the same hand.
create table indicator.delta (
  id bigint generated always as identity,
  measure text not null,
  component text not null,
  unit uuid not null,
  day date not null,
  breakdown text not null,
  member text not null,
  known_on date not null,
  amount bigint not null,
  shard smallint not null generated always as (
    (hashtext(measure || '/' || component || '/' || unit::text || '/' || breakdown) & 15)::smallint) stored,
  constraint delta_pk primary key (id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);
comment on table indicator.delta is 'facts not yet folded into cells; retention: deleted when folded, within a second';

create table indicator.cell (
  measure text not null,
  component text not null,
  unit uuid not null,
  day date not null,
  breakdown text not null,
  member text not null,
  known_on date not null,
  amount bigint not null,
  constraint cell_pk primary key (measure, component, unit, day, breakdown, member, known_on)
);
comment on table indicator.cell is
  'sums of facts by unit, day and the day they became known; member is empty except in components that count members; '
  'retention: kept for ever, a series must stay readable as it was known';

create table indicator.month_cell (
  measure text not null,
  component text not null,
  unit uuid not null,
  month date not null check (extract(day from month) = 1),
  breakdown text not null,
  member text not null,
  amount bigint not null,
  constraint month_cell_pk primary key (measure, component, unit, month, breakdown, member)
);
comment on table indicator.month_cell is 'the cells of a month added up, whenever known; retention: kept for ever, as the cells';

create sequence indicator.change as bigint;
comment on sequence indicator.change is 'grows whenever facts were folded, after their acts were committed';

create table indicator.external_value (
  indicator text not null,
  unit uuid not null,
  first_day date not null,
  last_day date not null,
  version int not null check (version > 0),
  value numeric not null,
  source text not null,
  recorded_on date not null,
  check (first_day <= last_day),
  constraint external_value_pk primary key (indicator, unit, first_day, last_day, version)
);
comment on table indicator.external_value is
  'reported and published values, every version; retention: kept for ever, as the documents that published them';
