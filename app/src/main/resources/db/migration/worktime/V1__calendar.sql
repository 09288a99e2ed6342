create schema if not exists worktime;
grant usage on schema worktime to haidang_app;
alter default privileges in schema worktime grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema worktime grant usage on sequences to haidang_app;

create table worktime.calendar_version (
    version     integer primary key check (version > 0),
    recorded_at timestamptz not null,
    changed     text not null
);
comment on table worktime.calendar_version is
    'Every change of the calendar; a promised day names the version it was computed with. retention: permanent';

create table worktime.calendar_day (
    date       date not null,
    kind       text not null check (kind in ('HOLIDAY', 'COMPENSATORY', 'SWAP_OFF', 'SWAP_WORK')),
    name       text not null,
    name_en    text not null,
    confirmed  boolean not null,
    source     text not null,
    confidence text not null,
    known      int4range not null check (not isempty(known)),
    exclude using gist (date with =, known with &&)
);
comment on table worktime.calendar_day is
    'Days that differ from a plain week, with the calendar versions that know them so. retention: permanent';

create table worktime.calendar_year (
    year       integer not null,
    status     text not null check (status in ('official', 'draft')),
    source     text not null,
    confidence text not null,
    known      int4range not null check (not isempty(known)),
    exclude using gist (year with =, known with &&)
);
comment on table worktime.calendar_year is
    'Whether the yearly notice is known, with the calendar versions that know it so. retention: permanent';

create table worktime.fixed_holiday (
    month_day  text not null check (month_day ~ '^[01][0-9]-[0-3][0-9]$'),
    name       text not null,
    name_en    text not null,
    valid      daterange not null check (not isempty(valid)),
    source     text not null,
    confidence text not null,
    known      int4range not null check (not isempty(known)),
    exclude using gist (month_day with =, valid with &&, known with &&)
);
comment on table worktime.fixed_holiday is
    'Holidays the law fixes to a date, used for years without a notice. retention: permanent';

create table worktime.office_hours (
    code       text not null,
    name       text not null,
    name_en    text not null,
    weekday    smallint not null check (weekday between 1 and 7),
    opens      time not null,
    closes     time not null check (closes > opens),
    valid      daterange not null check (not isempty(valid)),
    source     text not null,
    confidence text not null,
    known      int4range not null check (not isempty(known)),
    exclude using gist (
        code with =,
        weekday with =,
        int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&,
        valid with &&,
        known with &&)
);
comment on table worktime.office_hours is
    'Spans in which an office is open, one row per weekday. retention: permanent';
