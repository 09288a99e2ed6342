create table organization.boundary_set (
  id uuid primary key,
  on_day date not null,
  source text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  units integer not null check (units > 0),
  imported_at timestamptz not null,
  constraint boundary_set_once unique (sha256, on_day)
);
comment on table organization.boundary_set is
  'files of boundaries that were imported; retention: kept as long as an outline of it is shown';

create table organization.unit_outline (
  unit uuid not null references organization.unit (id),
  level integer not null check (level >= 0),
  outline text not null,
  points integer not null check (points > 0),
  west numeric(8, 5) not null,
  south numeric(8, 5) not null,
  east numeric(8, 5) not null,
  north numeric(8, 5) not null,
  boundary_set uuid not null references organization.boundary_set (id),
  primary key (unit, level)
);
create index unit_outline_boundary_set_idx on organization.unit_outline (boundary_set);
comment on table organization.unit_outline is
  'the outline of a unit for maps, coarser from level to level so that a page stays small; retention: until other boundaries replace it';
comment on column organization.unit_outline.outline is
  'an SVG path in whole steps of a grid of 0.0002 degrees times two to the power of the level, east and north';
