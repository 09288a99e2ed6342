-- Every move of a case pays for each index and reference it touches. What one statement writes whole needs no second proof,
-- and a finished item needs no index that only open ones are found by.
alter table casework.event
  drop constraint event_case_fk,
  drop constraint event_pk,
  add constraint event_pk primary key (case_file, case_version, id);
drop index casework.event_case_idx;

alter table casework.work_item drop constraint work_item_visit_fk;
drop index casework.work_item_visit_uniq;
create unique index work_item_visit_uniq on casework.work_item (visit) where done_at is null;

drop index casework.answered_key_answered_at_idx;
create index answered_key_answered_at_idx on casework.answered_key using brin (answered_at);

alter table casework.case_file set (fillfactor = 70);
