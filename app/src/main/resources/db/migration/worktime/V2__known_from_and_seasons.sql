-- Since when a row was known to the public; null where the day of its notice is not established: then on every day.
alter table worktime.calendar_day add column known_from date;
alter table worktime.calendar_year add column known_from date;
alter table worktime.fixed_holiday add column known_from date;
comment on column worktime.calendar_day.known_from is 'the day of its notice; null where not established, then known on every day';
comment on column worktime.calendar_year.known_from is 'the day of its notice; null where not established, then known on every day';
comment on column worktime.fixed_holiday.known_from is 'the day of its law; null where not established, then known on every day';

alter table worktime.calendar_day drop constraint calendar_day_kind_check;
alter table worktime.calendar_day add constraint calendar_day_kind_check
    check (kind in ('HOLIDAY', 'COMPENSATORY', 'SWAP_OFF', 'SWAP_WORK', 'PENDING'));
alter table worktime.calendar_day add constraint calendar_day_pending_is_open check (kind <> 'PENDING' or not confirmed);

-- A part of every year, as MM-DD/MM-DD, both ends included; empty for the whole year.
alter table worktime.office_hours add column season text not null default ''
    check (season ~ '^([01][0-9]-[0-3][0-9]/[01][0-9]-[0-3][0-9])?$');
do $$
begin
    execute (
        select format('alter table worktime.office_hours drop constraint %I', conname)
        from pg_constraint
        where conrelid = 'worktime.office_hours'::regclass and contype = 'x');
end
$$;
alter table worktime.office_hours add constraint office_hours_no_overlap exclude using gist (
    code with =,
    weekday with =,
    season with =,
    int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&,
    valid with &&,
    known with &&);

alter table worktime.calendar_version add column changed_by uuid;
comment on column worktime.calendar_version.changed_by is 'the account of the administrator; null for a load of reference data';

create table worktime.unit_hours (
    unit_key   text not null,
    code       text not null,
    valid      daterange not null check (not isempty(valid)),
    source     text not null,
    confidence text not null,
    exclude using gist (unit_key with =, valid with &&)
);
comment on table worktime.unit_hours is
    'Which office hours a unit and the units below it keep. retention: permanent';

create table worktime.period_policy (
    code        text not null,
    name        text not null,
    name_en     text not null,
    kind        text not null check (kind in ('MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR')),
    closing_day smallint not null check (closing_day between 1 and 31),
    valid       daterange not null check (not isempty(valid)),
    source      text not null,
    confidence  text not null,
    exclude using gist (code with =, kind with =, valid with &&)
);
comment on table worktime.period_policy is
    'On which day of the last month a reporting period closes; 31 is the last of any month. retention: permanent';

-- What administrators declared. It stands beside what is shipped, wins over it, and no load of reference data touches it.

create table worktime.own_day (
    date       date not null,
    kind       text not null check (kind in ('HOLIDAY', 'COMPENSATORY', 'SWAP_OFF', 'SWAP_WORK', 'PENDING', 'PLAIN')),
    name       text not null,
    name_en    text not null,
    confirmed  boolean not null,
    source     text not null,
    confidence text not null,
    known_from date,
    known      int4range not null check (not isempty(known)),
    constraint own_day_pending_is_open check (kind <> 'PENDING' or not confirmed),
    exclude using gist (date with =, known with &&)
);
comment on table worktime.own_day is
    'Days as administrators declared them; PLAIN: like any other day of the week. retention: permanent';

create table worktime.own_year (
    year       integer not null,
    status     text not null check (status in ('official', 'draft')),
    source     text not null,
    confidence text not null,
    known_from date,
    known      int4range not null check (not isempty(known)),
    exclude using gist (year with =, known with &&)
);
comment on table worktime.own_year is
    'Years whose notice administrators confirmed. retention: permanent';

create table worktime.own_office_hours (
    code       text not null,
    name       text not null,
    name_en    text not null,
    weekday    smallint not null check (weekday between 1 and 7),
    opens      time not null,
    closes     time not null check (closes > opens),
    valid      daterange not null check (not isempty(valid)),
    season     text not null default '' check (season ~ '^([01][0-9]-[0-3][0-9]/[01][0-9]-[0-3][0-9])?$'),
    source     text not null,
    confidence text not null,
    known      int4range not null check (not isempty(known)),
    exclude using gist (
        code with =,
        weekday with =,
        season with =,
        int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&,
        valid with &&,
        known with &&)
);
comment on table worktime.own_office_hours is
    'Office hours as administrators declared them; in their time they replace all shipped ones of the code. retention: permanent';

create table worktime.own_unit_hours (
    unit_key   text not null,
    code       text not null,
    valid      daterange not null check (not isempty(valid)),
    source     text not null,
    confidence text not null,
    exclude using gist (unit_key with =, valid with &&)
);
comment on table worktime.own_unit_hours is
    'Which office hours administrators gave to a unit; wins over unit_hours. retention: permanent';
