create table indicator.published_indicator (
  code text primary key check (code ~ '^published/[a-z0-9-]+$'),
  name text not null,
  measured_in text not null
);
comment on table indicator.published_indicator is
  'what the indicators of imported published values are called, as published; retention: kept for ever, as the values';
