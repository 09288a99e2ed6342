-- Whom a case is about has nothing to do with it.
alter table casework.case_file add column barred boolean not null default false;
comment on column casework.case_file.barred is 'whether there is somebody who may have nothing to do with it, so that they need be looked for';

create table casework.barred (
  account uuid not null,
  case_file uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  constraint barred_pk primary key (account, case_file)
);
create index barred_case_idx on casework.barred (case_file);
comment on table casework.barred is
  'officials whom a case is about: they neither see nor handle it, nor does anybody in their name; retention: as its case';

create view casework.pub_barred as select b.account, b.case_file as case_id from casework.barred b;
comment on view casework.pub_barred is 'one row for each official who may have nothing to do with a case';
