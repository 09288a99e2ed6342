create schema if not exists form;
grant usage on schema form to haidang_app;
alter default privileges in schema form grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema form grant usage on sequences to haidang_app;

create table form.definition (
    code      text        not null,
    version   integer     not null check (version > 0),
    content   text        not null,
    used      boolean     not null default false,
    loaded_at timestamptz not null,
    primary key (code, version)
);
comment on table form.definition is
    'Every version of every form as it was published; one that was used never changes. retention: as long as any record names its version, in practice for ever';

create table form.draft (
    id          uuid        primary key,
    form        text        not null,
    version     integer     not null,
    about       text        not null,
    owner       uuid        not null,
    started_at  timestamptz not null,
    saved_at    timestamptz not null,
    finished_at timestamptz,
    foreign key (form, version) references form.definition (code, version)
);
create index draft_form_idx on form.draft (form, version);
create index draft_owner_idx on form.draft (owner, saved_at desc) where finished_at is null;
create index draft_saved_at_idx on form.draft (saved_at);
comment on table form.draft is
    'A form somebody is filling in. retention: deleted 90 days after it was last saved, handed in or not; what was handed in is copied by the module that receives it';

create table form.draft_answer (
    draft    uuid        not null references form.draft (id) on delete cascade,
    field    text        not null,
    value    text        not null,
    known    text,
    source   text,
    as_of    date,
    saved_at timestamptz not null,
    primary key (draft, field),
    check ((known is null) = (source is null) and (known is null) = (as_of is null))
);
comment on table form.draft_answer is
    'One answer of a draft, right or wrong, beside what the platform knew. retention: as its draft';
