-- Work items of every kind: steps of a procedure, opinions asked of other units, tasks of a plan, and what other modules ask of people.

create table casework.consult (
  id uuid not null,
  case_file uuid not null,
  visit uuid,
  question text not null,
  join_rule text not null check (join_rule in ('ALL', 'FIRST', 'SOME')),
  needed int not null check (needed > 0),
  due_at timestamptz not null,
  silence text not null check (silence in ('WAIT', 'CONSENT', 'ESCALATE')),
  silence_basis text,
  state text not null check (state in ('OPEN', 'JOINED', 'CANCELLED')),
  result text check (result in ('agreed', 'objected', 'mixed', 'silent')),
  asked_at timestamptz not null,
  asked_by uuid,
  asked_by_name text not null,
  asked_by_unit uuid not null,
  ended_at timestamptz,
  constraint consult_pk primary key (id),
  constraint consult_case_fk foreign key (case_file) references casework.case_file (id),
  constraint consult_visit_fk foreign key (visit) references casework.visit (id),
  constraint consult_ended_whole check ((state = 'OPEN') = (ended_at is null)),
  constraint consult_result_whole check ((state = 'JOINED') = (result is not null)),
  constraint consult_consent_has_basis check (silence <> 'CONSENT' or silence_basis is not null)
);
create index consult_case_idx on casework.consult (case_file);
create index consult_visit_idx on casework.consult (visit);
comment on table casework.consult is
  'opinions asked of other units, with the rule that joins the answers and what silence means; retention: as its case';
comment on column casework.consult.needed is 'how many answers join it: all, one, or some of them';

alter table casework.work_item
  alter column case_file drop not null,
  alter column visit drop not null,
  alter column step drop not null,
  drop constraint work_item_state_check,
  drop constraint work_item_done_whole,
  add column kind text not null default 'STEP' check (kind in ('STEP', 'CONSULT', 'TASK', 'POSTED')),
  add column title text,
  add column parent uuid,
  add column consult uuid,
  add column subject_type text,
  add column subject_id uuid,
  add column path text check (path like '/%'),
  add column outcome text,
  add column note text,
  add column posted_by uuid,
  add column posted_by_name text,
  add column assigned_by uuid,
  add column delegate uuid,
  add column delegate_name text,
  add column delegated_until timestamptz,
  add column done_for uuid,
  add constraint work_item_state_check check (state in ('OPEN', 'WAITING', 'DONE', 'CANCELLED')),
  add constraint work_item_done_whole check ((state in ('DONE', 'CANCELLED')) = (done_at is not null)),
  add constraint work_item_parent_fk foreign key (parent) references casework.work_item (id),
  add constraint work_item_consult_fk foreign key (consult) references casework.consult (id),
  add constraint work_item_step_whole check (
    case kind when 'STEP' then case_file is not null and visit is not null and step is not null
      else visit is null and step is null and title is not null end),
  add constraint work_item_consult_whole check ((kind = 'CONSULT') = (consult is not null)),
  add constraint work_item_posted_whole check (
    (kind = 'POSTED') = (path is not null) and num_nonnulls(subject_type, subject_id, path) in (0, 3)),
  add constraint work_item_in_a_case check (kind = 'POSTED' or case_file is not null),
  add constraint work_item_delegated_whole check (
    num_nonnulls(delegate, delegate_name, delegated_until) in (0, 3) and (delegate is null or claimed_by is not null)),
  add constraint work_item_assigned_is_claimed check (assigned_by is null or claimed_by is not null);
create index work_item_parent_idx on casework.work_item (parent) where parent is not null;
create index work_item_consult_idx on casework.work_item (consult) where consult is not null;
create index work_item_delegate_idx on casework.work_item (delegate) where delegate is not null and done_at is null;
create index work_item_subject_idx on casework.work_item (subject_type, subject_id) where subject_type is not null;
comment on table casework.work_item is
  'who must do what by when, for which case or subject; waiting while the clock stands still; retention: as its case, a posted one without a case as its subject';
comment on column casework.work_item.assigned_by is 'who gave it to the one who holds it; null where they took it from the queue';
comment on column casework.work_item.done_for is 'in whose name it was done, where a substitute did it';

alter table casework.case_file
  add column blocks int not null default 0 check (blocks >= 0),
  add column accompanied boolean not null default false,
  add column parent uuid,
  add column parent_relation text check (parent_relation in ('BLOCKS', 'BESIDE')),
  add constraint case_file_parent_fk foreign key (parent) references casework.case_file (id),
  add constraint case_file_parent_whole check ((parent is null) = (parent_relation is null) and parent <> id);
create index case_file_parent_idx on casework.case_file (parent) where parent is not null;
comment on column casework.case_file.blocks is
  'how many open consults, tasks and blocking sub-cases must end before the case can leave its step forwards';

comment on column casework.case_file.accompanied is
  'whether it ever had a consult, a task or a sub-case: a case that goes straight on is not asked for them';

alter table casework.event
  add column behalf uuid,
  add column behalf_name text,
  add constraint event_behalf_whole check ((behalf is null) = (behalf_name is null));
comment on column casework.event.behalf is 'in whose name the actor acted, as their substitute';
