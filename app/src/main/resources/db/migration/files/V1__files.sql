create schema if not exists files;
grant usage on schema files to haidang_app;
alter default privileges in schema files grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema files grant usage on sequences to haidang_app;

create table files.content (
    sha256     char(64)    primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      bigint      not null check (bytes > 0),
    media_type text        not null,
    scan       text        not null default 'not-scanned' check (scan in ('not-scanned', 'clean', 'infected')),
    stored_at  timestamptz not null
);
comment on table files.content is
    'The bytes themselves, once per hash; they lie under the home folder by their hash. retention: as long as a stored file names it';

create table files.stored_file (
    id        uuid        primary key,
    sha256    char(64)    not null references files.content (sha256),
    name      text        not null check (length(name) between 1 and 200),
    stored_by uuid,
    stored_at timestamptz not null
);
create index stored_file_sha256_idx on files.stored_file (sha256);
comment on table files.stored_file is
    'One upload or made document under the name it was given. retention: as the record of the module that refers to it';
