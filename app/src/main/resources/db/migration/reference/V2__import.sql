create table reference.import_run (
  id uuid primary key,
  started_at timestamptz not null,
  ended_at timestamptz,
  files integer not null check (files >= 0)
);
comment on table reference.import_run is
  'runs over a folder of published files; retention: the last ten';

create table reference.import_file (
  run uuid not null references reference.import_run (id) on delete cascade,
  number integer not null check (number > 0),
  name text not null,
  kind text,
  state text not null check (state in ('WAITING', 'RUNNING', 'TAKEN', 'SAME', 'REFUSED', 'UNKNOWN')),
  rows_read bigint not null default 0,
  taken bigint not null default 0,
  changed bigint not null default 0,
  left_out bigint not null default 0,
  doubtful bigint not null default 0,
  millis bigint not null default 0,
  primary key (run, number)
);
comment on table reference.import_file is
  'the files of a run, how far each is and what became of its rows; retention: as the run';

create table reference.import_remark (
  run uuid not null,
  file integer not null,
  position integer not null,
  kind text not null check (kind in ('REFUSED', 'LEFT_OUT', 'DOUBTFUL')),
  line bigint not null,
  subject text not null,
  message text not null,
  arguments text[] not null,
  primary key (run, file, position),
  foreign key (run, file) references reference.import_file (run, number) on delete cascade
);
comment on table reference.import_remark is
  'rows of a file that were not taken, or that somebody should look at, with the reason; retention: as the run';

create table reference.taken_file (
  kind text not null check (kind ~ '^[a-z]+/[a-z-]+$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz not null,
  primary key (kind, sha256)
);
comment on table reference.taken_file is
  'which published files were taken, so that a second run changes nothing; retention: kept while the installation lives';
