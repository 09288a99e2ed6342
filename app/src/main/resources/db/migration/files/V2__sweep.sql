-- Bytes that nothing names any more, until they are off the disk.
create table files.released (
    sha256     char(64)    primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      bigint      not null check (bytes >= 0),
    due_at     timestamptz not null,
    removed_at timestamptz
);
create index released_due_idx on files.released (due_at, sha256) where removed_at is null;
comment on table files.released is
    'Bytes that no file names any more and that still lie on the disk. retention: until they are taken off it, one day after the last name went and once no backup runs; after seven days where this database never knew them';
comment on column files.released.bytes is 'how many there are; 0 where the database never knew them';
comment on column files.released.removed_at is 'when they were taken off the disk; the row ends when the journal is told';

create table files.sweep (
    once       boolean     primary key default true check (once),
    after_file uuid        not null,
    shelf      int         not null check (shelf between 0 and 255)
);
insert into files.sweep (after_file, shelf) values ('00000000-0000-0000-0000-000000000000', 0);
comment on table files.sweep is
    'How far the search for files that nobody refers to has come. retention: one row, replaced as it goes on';

comment on table files.content is
    'The bytes themselves, once per hash; they lie under the home folder by their hash. retention: as long as a stored file names it; then its bytes are taken off the disk';
comment on table files.stored_file is
    'One upload or made document under the name it was given. retention: as long as a record of any module refers to it';
