create table organization.document (
  key text primary key,
  symbol text not null,
  issuer text not null,
  title text not null,
  issued date,
  effective date,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  origin text not null default 'reference' check (origin in ('reference', 'declared'))
);
comment on table organization.document is
  'the papers by which units came, changed and went; an empty symbol is one not established; retention: kept for ever, as the units';

-- Name, kind and parent hold for the whole life of a unit except for the spans told beside it; what holds today is kept ready.
alter table organization.unit
  add column beginning text not null default 'founded' check (beginning in ('founded', 'known')),
  add column parent uuid references organization.unit (id) deferrable initially deferred check (parent <> id),
  add column origin text not null default 'reference' check (origin in ('reference', 'declared')),
  add column name_now text,
  add column name_en_now text,
  add column kind_now text,
  add column last_parent uuid;
update organization.unit u set parent = p.parent from organization.unit_parent p where p.unit = u.id;
update organization.unit set name_now = name, name_en_now = name_en, kind_now = kind, last_parent = parent;
create index unit_parent_base_idx on organization.unit (parent);
alter table organization.present add column revision bigint not null default 0;
comment on column organization.present.revision is 'counts every change of units, so that copies in memory know when they are stale';
comment on column organization.unit.beginning is
  'founded: the unit began on its first day; known: it is older, and the first day is where the data begin';
comment on table organization.unit_parent is
  'under which unit a unit stands, and when; retention: derived, rebuilt when units are loaded';

create table organization.unit_name (
  unit uuid not null references organization.unit (id),
  name text not null,
  name_en text not null,
  kind text not null,
  valid daterange not null check (not isempty(valid)),
  document text references organization.document (key) deferrable initially deferred,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  origin text not null default 'reference' check (origin in ('reference', 'declared')),
  primary key (unit, valid),
  constraint unit_name_one_at_a_time exclude using gist (unit with =, valid with &&)
);
create index unit_name_document_idx on organization.unit_name (document);
comment on table organization.unit_name is
  'spans in which a unit had another name or kind than its row says; retention: kept for ever, as the units';

create table organization.unit_stood (
  unit uuid not null references organization.unit (id),
  parent uuid not null references organization.unit (id) check (parent <> unit),
  valid daterange not null check (not isempty(valid)),
  document text references organization.document (key) deferrable initially deferred,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  origin text not null default 'reference' check (origin in ('reference', 'declared')),
  primary key (unit, valid),
  constraint unit_stood_one_at_a_time exclude using gist (unit with =, valid with &&)
);
create index unit_stood_parent_idx on organization.unit_stood (parent);
create index unit_stood_document_idx on organization.unit_stood (document);
comment on table organization.unit_stood is
  'spans in which a unit stood under another parent than its row says; retention: kept for ever, as the units';

create table organization.unit_point (
  unit uuid primary key references organization.unit (id),
  latitude numeric(8, 5) not null check (latitude between -90 and 90),
  longitude numeric(8, 5) not null check (longitude between -180 and 180),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K'))
);
comment on table organization.unit_point is
  'where a unit is marked on a small map; retention: kept for ever, as the units';
insert into organization.unit_point (unit, latitude, longitude, source, confidence)
select u.id, u.latitude, u.longitude, u.source, u.confidence
from organization.unit u
where u.latitude is not null and u.longitude is not null;
alter table organization.unit drop column latitude, drop column longitude;

alter table organization.unit_code
  add column origin text not null default 'reference' check (origin in ('reference', 'declared'));

alter table organization.succession
  drop constraint succession_extent_check,
  add constraint succession_extent_check check (extent in ('whole', 'part', 'unknown')),
  add column document text references organization.document (key) deferrable initially deferred,
  add column origin text not null default 'reference' check (origin in ('reference', 'declared'));
create index succession_document_idx on organization.succession (document);
comment on column organization.succession.extent is
  'whole, part, or unknown where only the code lists are known and a paper has yet to confirm it';

create table organization.weight (
  from_unit uuid not null references organization.unit (id),
  to_unit uuid not null references organization.unit (id),
  share numeric(9, 8) not null check (share > 0 and share <= 1),
  basis text not null,
  source text not null,
  declared_on date not null,
  primary key (from_unit, to_unit)
);
create index weight_to_unit_idx on organization.weight (to_unit);
comment on table organization.weight is
  'how a unit that went in parts is divided where a series is read on today''s units, as an administrator declared it; '
  'retention: kept for ever, as the units';

alter table organization.continuation add column share numeric;
comment on column organization.continuation.share is
  'one for what went whole, the product of declared weights where all parts on the way have one, else null';

create table organization.container (
  unit uuid not null references organization.unit (id),
  within uuid not null references organization.unit (id),
  step integer not null check (step >= 0),
  during daterange not null,
  primary key (unit, step)
);
create index container_within_idx on organization.container (within);
comment on table organization.container is
  'what holds a unit after its end: the unit it went into whole, else the one it stood under last, and so on; '
  'retention: derived, rebuilt when successions are loaded';

create table organization.area_break (
  area uuid not null references organization.unit (id),
  on_day date not null,
  primary key (area, on_day)
);
comment on table organization.area_break is
  'days on which a comparable area may have gained or lost ground, since beside it units went without established successor; '
  'retention: derived, rebuilt when successions are loaded';

create table organization.kind_word (
  kind text not null,
  word text not null,
  primary key (kind, word)
);
comment on table organization.kind_word is
  'words and abbreviations by which people say the kind of a unit; retention: kept while the installation lives';

create or replace view organization.pub_unit as
select u.id, u.key, coalesce(u.name_now, u.name) as name, coalesce(u.name_en_now, u.name_en) as name_en,
  coalesce(u.kind_now, u.kind) as kind, u.tier, u.last_parent as parent, u.valid
from organization.unit u;
comment on view organization.pub_unit is
  'units as they are called today, each with its latest parent; a unit without parent is a root';

create view organization.pub_share as
select c.unit, c.continued_by as today, c.share
from organization.continuation c
cross join organization.present p
where c.during @> p.day;
comment on view organization.pub_share is
  'every unit on today''s units with the share that goes there: 1 where all of it went, the declared weight where it was divided, '
  'null where it was divided and no weight is declared; no row where no successor is established';

create view organization.pub_today_within as
select distinct on (c.unit) c.unit, c.within
from organization.container c
cross join organization.present p
where c.during @> p.day
order by c.unit, c.step;
comment on view organization.pub_today_within is
  'the smallest unit living today that is known to hold all that a unit was: itself, the one it went into whole, or the one above; '
  'for sums above units whose successor is not established';

create view organization.pub_area_break as
select b.area, b.on_day from organization.area_break b;
comment on view organization.pub_area_break is
  'days on which a comparable area may have gained or lost ground: a series of the area is broken there';

create view organization.pub_weight as
select w.from_unit, w.to_unit, w.share, w.basis, w.source, w.declared_on from organization.weight w;
comment on view organization.pub_weight is
  'declared weights of units that went in parts, to be shown beside a series that uses them';
