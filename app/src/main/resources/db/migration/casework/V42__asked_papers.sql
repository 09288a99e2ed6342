-- Which papers an applicant was asked for, one by one; what was asked for before stays in words.

alter table casework.pause add column typed text;
comment on column casework.pause.typed is
  'of the reason, what whoever asked wrote themselves; null where no papers are kept apart from it, as before they were';

create table casework.asked_paper (
  pause uuid not null,
  ordinal int not null check (ordinal > 0),
  code text not null,
  name text not null,
  name_en text not null,
  constraint asked_paper_pk primary key (pause, ordinal),
  constraint asked_paper_uniq unique (pause, code),
  constraint asked_paper_pause_fk foreign key (pause) references casework.pause (id)
);
comment on table casework.asked_paper is
  'the papers an applicant was asked for while the clock of a case stood still, named as they were shown; retention: as its case';
comment on column casework.asked_paper.code is
  'as the module that owns the subject of the case calls the paper, the same for as long as the case runs';

create or replace view casework.pub_pause as
  select p.id, p.case_file as case_id, p.from_at, p.to_at, p.kind, p.reason, p.legal_basis, p.asked_by, p.due_before, p.typed
  from casework.pause p;
comment on view casework.pub_pause is
  'one row for each time the clock of a case stood still, SUPPLEMENT or BY_HAND; due_before: null where unknown; typed: the reason without the names of the papers that pub_asked_paper has, null where it has none';

create view casework.pub_asked_paper as
  select a.pause as pause_id, p.case_file as case_id, a.ordinal, a.code, a.name, a.name_en
  from casework.asked_paper a
    join casework.pause p on p.id = a.pause;
comment on view casework.pub_asked_paper is
  'the papers an applicant was asked for, in order, as they were shown';
