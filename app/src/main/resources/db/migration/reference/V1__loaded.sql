create schema if not exists reference;
grant usage on schema reference to haidang_app;
alter default privileges in schema reference grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema reference grant usage on sequences to haidang_app;

create table reference.loaded (
  table_name text primary key check (table_name ~ '^[a-z]+/[a-z0-9_-]+$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  rows integer not null check (rows >= 0),
  loaded_at timestamptz not null
);
comment on table reference.loaded is
  'which file of each table of reference data is in the database; retention: kept while the installation lives';
