create schema if not exists organization;
grant usage on schema organization to haidang_app;
alter default privileges in schema organization grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema organization grant usage on sequences to haidang_app;

create table organization.unit (
  id uuid primary key,
  key text not null unique,
  name text not null,
  name_en text not null,
  kind text not null,
  tier text not null check (tier in ('CITY', 'DISTRICT', 'COMMUNE')),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  area_km2 numeric(12, 3) check (area_km2 > 0),
  population bigint check (population >= 0),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K'))
);
create index unit_tier_idx on organization.unit (tier);
comment on table organization.unit is
  'units of the administration, one row per life; retention: kept for ever, old cases and figures speak of them';

create table organization.unit_parent (
  unit uuid not null references organization.unit (id),
  parent uuid not null references organization.unit (id) check (parent <> unit),
  valid daterange not null check (not isempty(valid)),
  primary key (unit, valid),
  constraint unit_parent_one_at_a_time exclude using gist (unit with =, valid with &&)
);
create index unit_parent_parent_idx on organization.unit_parent (parent);
comment on table organization.unit_parent is
  'under which unit a unit stands, and when; retention: kept for ever, as the units';

create table organization.unit_code (
  unit uuid not null references organization.unit (id),
  scheme text not null,
  code text not null,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  primary key (scheme, code, valid),
  constraint unit_code_names_one_unit exclude using gist (scheme with =, code with =, valid with &&),
  constraint unit_code_one_per_scheme exclude using gist (unit with =, scheme with =, valid with &&)
);
create index unit_code_unit_idx on organization.unit_code (unit);
comment on table organization.unit_code is
  'codes of units in the schemes of other authorities; codes are used again for other units; retention: kept for ever, as the units';

create table organization.succession (
  from_unit uuid not null references organization.unit (id),
  to_unit uuid references organization.unit (id),
  on_day date not null,
  kind text not null,
  extent text check (extent in ('whole', 'part')),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  check ((to_unit is null) = (extent is null)),
  constraint succession_said_once unique nulls not distinct (from_unit, to_unit, on_day)
);
create index succession_to_unit_idx on organization.succession (to_unit);
comment on table organization.succession is
  'which unit followed which; no successor means abolished or not established; retention: kept for ever, as the units';

create table organization.served_city (
  unit uuid not null references organization.unit (id),
  valid daterange not null check (not isempty(valid)),
  primary key (unit, valid),
  constraint served_city_one_at_a_time exclude using gist (valid with &&)
);
comment on table organization.served_city is
  'the root this installation serves; retention: kept while the installation lives';

create table organization.descendant (
  ancestor uuid not null references organization.unit (id),
  descendant uuid not null references organization.unit (id),
  distance integer not null check (distance >= 0),
  valid daterange not null check (not isempty(valid)),
  primary key (ancestor, descendant, valid),
  constraint descendant_once_at_a_time exclude using gist (ancestor with =, descendant with =, valid with &&)
);
create index descendant_descendant_idx on organization.descendant (descendant);
comment on table organization.descendant is
  'closure of unit_parent with every unit under itself; retention: derived, rebuilt when units are loaded';

create table organization.continuation (
  unit uuid not null references organization.unit (id),
  continued_by uuid not null references organization.unit (id),
  whole boolean not null,
  during daterange not null,
  primary key (unit, continued_by)
);
create index continuation_continued_by_idx on organization.continuation (continued_by);
comment on table organization.continuation is
  'every unit that a unit became, itself included, and when that one lives; retention: derived, rebuilt when successions are loaded';

create table organization.comparable (
  unit uuid primary key references organization.unit (id),
  area uuid not null references organization.unit (id)
);
create index comparable_area_idx on organization.comparable (area);
comment on table organization.comparable is
  'connected groups of the succession, the smallest areas comparable across mergers, named by one of their newest units; '
  'retention: derived, rebuilt when successions are loaded';

create table organization.present (
  only_row boolean primary key default true check (only_row),
  day date not null
);
insert into organization.present (day) values (date '2025-07-01');
comment on table organization.present is
  'the day that counts as today, by the clock of the application; retention: one row, overwritten daily';

create view organization.pub_unit as
select u.id, u.key, u.name, u.name_en, u.kind, u.tier, p.parent, u.valid
from organization.unit u
left join lateral (
  select l.parent from organization.unit_parent l where l.unit = u.id order by lower(l.valid) desc limit 1
) p on true;
comment on view organization.pub_unit is
  'units, each with its latest parent; a unit without parent is a root';

create view organization.pub_descendant as
select d.ancestor, d.descendant, d.distance, d.valid from organization.descendant d;
comment on view organization.pub_descendant is
  'the tree as it was: who stood under whom, how deep and when; every unit stands under itself at distance 0';

create view organization.pub_today as
select c.unit, c.continued_by as today, c.whole
from organization.continuation c
cross join organization.present p
where c.during @> p.day;
comment on view organization.pub_today is
  'every unit on today''s units: itself while it lives, else the living units that followed it; whole is false where any '
  'step took only a part; no row where no successor is established';

create view organization.pub_code as
select c.unit, c.scheme, c.code, c.valid from organization.unit_code c;
comment on view organization.pub_code is
  'codes of units; the same code names different units at different times';

create view organization.pub_comparable as
select c.unit, c.area from organization.comparable c;
comment on view organization.pub_comparable is
  'the smallest area comparable across mergers that a unit belongs to; units of one area share the value';
