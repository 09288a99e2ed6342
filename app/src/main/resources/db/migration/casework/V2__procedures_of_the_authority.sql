-- Procedures that an authority brings in itself, and the edition by which every node learns that something changed.

alter table casework.procedure
  add column origin text not null default 'shipped' check (origin in ('shipped', 'authority')),
  add column superseded_by int,
  add column published_at timestamptz,
  add column published_by_name text;
comment on column casework.procedure.origin is
  'authority: published here, and from then on the shipped table of this procedure is no longer listened to';
comment on column casework.procedure.superseded_by is 'the version that follows, where publishing it ended this one';

create table casework.procedure_draft (
  code text not null,
  name text not null,
  file_name text not null,
  content text not null,
  imported_at timestamptz not null,
  imported_by uuid,
  imported_by_name text not null,
  constraint procedure_draft_pk primary key (code)
);
comment on table casework.procedure_draft is
  'a table that was handed in and is not in force: its file as it came, read anew each time; retention: until published, replaced or discarded';

create table casework.procedure_edition (
  only_one boolean not null check (only_one),
  edition bigint not null,
  constraint procedure_edition_pk primary key (only_one)
);
insert into casework.procedure_edition (only_one, edition) values (true, 1);
comment on table casework.procedure_edition is
  'grows with every change of the procedures, and keeps two changes apart; retention: one row';
