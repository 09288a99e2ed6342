create schema if not exists demo;
grant usage on schema demo to haidang_app;
alter default privileges in schema demo grant select, insert, update, delete on tables to haidang_app;

create table demo.progress (
    story    text        primary key,
    begun_at timestamptz not null
);
comment on table demo.progress is 'Which stories of the demo city were begun. retention: as long as the demo city';
