create table organization.listed_unit (
  as_of date not null,
  code text not null,
  name text not null,
  type text not null,
  parent_code text,
  primary key (as_of, code)
);
comment on table organization.listed_unit is
  'units of the whole country as published lists have them on a day; not units of this installation; '
  'retention: kept for ever, addresses of that day are explained by them';
