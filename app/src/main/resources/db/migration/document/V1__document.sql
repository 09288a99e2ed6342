create schema if not exists document;
grant usage on schema document to haidang_app;
alter default privileges in schema document grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema document grant usage on sequences to haidang_app;

create table document.number_series (
    issuer uuid not null,
    kind   text not null,
    year   int  not null,
    last   int  not null check (last >= 0),
    primary key (issuer, kind, year)
);
comment on table document.number_series is
    'The last number given per unit, kind and year; locked by the act that takes the next, so that none is skipped. retention: permanent';

create table document.issued (
    id           uuid        primary key,
    issuer       uuid        not null,
    kind         text        not null,
    year         int         not null,
    number       int         not null check (number > 0),
    template     text        not null,
    template_version int     not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    file         uuid        not null,
    issued_at    timestamptz not null,
    issued_by    uuid,
    unique (issuer, kind, year, number)
);
create index issued_subject_idx on document.issued (subject_type, subject_id);
comment on table document.issued is 'Documents given out, with number and PDF. retention: as the case they belong to, at least 5 years';
