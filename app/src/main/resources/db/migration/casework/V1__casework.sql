create schema if not exists casework;
grant usage on schema casework to haidang_app;
alter default privileges in schema casework grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema casework grant usage on sequences to haidang_app;

-- Procedures: the tables the law publishes.

create table casework.procedure (
  code text not null,
  version int not null check (version > 0),
  name text not null,
  name_en text not null,
  validity daterange not null check (not isempty(validity)),
  work_file boolean not null,
  source text not null,
  confidence text not null,
  constraint procedure_pk primary key (code, version),
  constraint procedure_one_version_a_day exclude using gist (code with =, validity with &&)
);
comment on table casework.procedure is
  'versions of internal procedures; a case keeps the one it began under; retention: kept as long as a case names it';
comment on column casework.procedure.work_file is 'whether a case of it is one work file of the competent unit';

create table casework.procedure_step (
  procedure text not null,
  version int not null,
  ordinal int not null,
  step text not null,
  name text not null,
  name_en text not null,
  role text,
  unit_rule text check (unit_rule in ('competent', 'receiving')),
  duration text,
  four_eyes_group text,
  handler text,
  on_paper boolean not null,
  constraint procedure_step_pk primary key (procedure, version, step),
  constraint procedure_step_procedure_fk foreign key (procedure, version) references casework.procedure (code, version),
  constraint procedure_step_ordinal_uniq unique (procedure, version, ordinal) deferrable initially deferred,
  constraint procedure_step_somebody check ((role is null) = (unit_rule is null) and coalesce(role, handler) is not null)
);
comment on table casework.procedure_step is
  'who does what within how long; a step without a role is done by its handler; retention: as its procedure';

create table casework.procedure_exit (
  procedure text not null,
  version int not null,
  step text not null,
  outcome text not null,
  ordinal int not null,
  name text not null,
  name_en text not null,
  kind text not null check (kind in ('next', 'end', 'supplement', 'back')),
  to_step text,
  case_outcome text check (case_outcome in ('done', 'refused')),
  accepts boolean not null,
  needs_reason boolean not null,
  tells_applicant boolean not null,
  legal_basis text,
  constraint procedure_exit_pk primary key (procedure, version, step, outcome),
  constraint procedure_exit_step_fk foreign key (procedure, version, step)
    references casework.procedure_step (procedure, version, step) on delete cascade,
  constraint procedure_exit_leads_somewhere check (
    (kind = 'end' and case_outcome is not null and to_step is null)
    or (kind <> 'end' and case_outcome is null and to_step is not null))
);
comment on table casework.procedure_exit is
  'how a step can end and where that leads; retention: as its procedure';

-- Cases. Procedures are named, not referenced: a foreign key would lock one busy row for every case that opens.

create table casework.case_file (
  id uuid not null,
  code text not null,
  title text not null,
  procedure text not null,
  procedure_version int not null,
  work_file boolean not null,
  subject_type text not null,
  subject_id uuid not null,
  competent_unit uuid not null,
  receiving_unit uuid not null,
  channel text not null check (channel in ('COUNTER', 'ONLINE', 'POST')),
  applicant uuid,
  applicant_name text not null,
  status text not null check (status in ('OPEN', 'PAUSED', 'CLOSED')),
  step text,
  version bigint not null,
  filed_at timestamptz not null,
  received_at timestamptz not null,
  accepted_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  closed_on date,
  outcome text check (outcome in ('done', 'refused', 'withdrawn')),
  received_online boolean not null,
  digitised_at_reception boolean not null,
  paper_step boolean not null default false,
  result_electronic boolean not null default false,
  declared jsonb not null default '{}',
  duration text not null,
  after_supplement text not null check (after_supplement in ('resume', 'restart')),
  after_supplement_source text not null,
  legal_basis text not null,
  office_hours text not null,
  calendar_version int not null,
  first_promise jsonb not null,
  constraint case_file_pk primary key (id),
  constraint case_file_code_uniq unique (code),
  constraint case_file_subject_uniq unique (subject_type, subject_id),
  constraint case_file_closed_whole check (
    (status = 'CLOSED') = (closed_at is not null)
    and (closed_at is null) = (outcome is null)
    and (closed_at is null) = (closed_on is null)
    and (closed_at is null) = (step is not null)),
  constraint case_file_clock check ((status = 'OPEN') = (due_at is not null) or status = 'CLOSED')
) with (fillfactor = 85);
create index case_file_open_due_idx on casework.case_file (competent_unit, due_at) where closed_at is null;
create index case_file_work_file_idx on casework.case_file (closed_on, competent_unit)
  where work_file and closed_at is not null;
create index case_file_applicant_idx on casework.case_file (applicant) where applicant is not null;
create index case_file_competent_idx on casework.case_file (competent_unit, id);
create index case_file_receiving_idx on casework.case_file (receiving_unit, id);
comment on table casework.case_file is
  'one piece of work from filing to end, with its clock and its facts; retention: as the work file of its competent unit';
comment on column casework.case_file.first_promise is 'the deadline promised first, with its derivation, to show and replay';
comment on column casework.case_file.calendar_version is 'the working calendar that due_at was reckoned on';

create table casework.visit (
  id uuid not null,
  case_file uuid not null,
  step text not null,
  entered_at timestamptz not null,
  due_at timestamptz,
  left_at timestamptz,
  left_by uuid,
  outcome text,
  constraint visit_pk primary key (id),
  constraint visit_case_fk foreign key (case_file) references casework.case_file (id),
  constraint visit_left_whole check ((left_at is null) = (outcome is null))
) with (fillfactor = 85);
create index visit_case_idx on casework.visit (case_file);
create unique index visit_one_open on casework.visit (case_file) where left_at is null;
comment on table casework.visit is
  'one stay of a case at a step; going back opens a new one; retention: as its case';

create table casework.work_item (
  id uuid not null,
  case_file uuid not null,
  visit uuid not null,
  step text not null,
  unit uuid not null,
  role text not null,
  state text not null check (state in ('OPEN', 'WAITING', 'DONE')),
  claimed_by uuid,
  claimed_by_name text,
  posted_at timestamptz not null,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  constraint work_item_pk primary key (id),
  constraint work_item_case_fk foreign key (case_file) references casework.case_file (id),
  constraint work_item_visit_fk foreign key (visit) references casework.visit (id),
  constraint work_item_done_whole check ((state = 'DONE') = (done_at is not null)),
  constraint work_item_claimed_whole check ((claimed_by is null) = (claimed_by_name is null))
) with (fillfactor = 85);
create index work_item_case_idx on casework.work_item (case_file);
create unique index work_item_visit_uniq on casework.work_item (visit);
create index work_item_queue_idx on casework.work_item (unit, role, due_at, id) where done_at is null;
create index work_item_claimed_idx on casework.work_item (claimed_by) where done_at is null;
comment on table casework.work_item is
  'who must do what by when for which case; waiting while the clock stands still; retention: as its case';

create table casework.pause (
  id uuid not null,
  case_file uuid not null,
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  reason text not null,
  legal_basis text,
  asked_by uuid,
  constraint pause_pk primary key (id),
  constraint pause_case_fk foreign key (case_file) references casework.case_file (id)
);
create index pause_case_idx on casework.pause (case_file);
create unique index pause_one_open on casework.pause (case_file) where to_at is null;
comment on table casework.pause is
  'when the legal clock stood still, why and on what basis; retention: as its case';

create table casework.event (
  id uuid not null,
  case_file uuid not null,
  case_version bigint not null,
  at timestamptz not null,
  verb text not null,
  actor_kind text not null check (actor_kind in ('ACCOUNT', 'ANONYMOUS', 'SYSTEM')),
  actor uuid,
  actor_name text not null,
  step text,
  outcome text,
  reason text,
  tells_applicant boolean not null,
  constraint event_pk primary key (id),
  constraint event_case_fk foreign key (case_file) references casework.case_file (id)
);
create index event_case_idx on casework.event (case_file, case_version, at);
comment on table casework.event is
  'what happened to a case, for its timeline; the proof is the journal; retention: as its case';

create table casework.answered_key (
  account uuid not null,
  key uuid not null,
  asked text not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  constraint answered_key_pk primary key (account, key)
);
create index answered_key_answered_at_idx on casework.answered_key (answered_at);
comment on table casework.answered_key is
  'what a submission was answered, so that a repeated one does nothing twice; retention: thirty days';

-- Published views: part of the door.

create view casework.pub_case as
  select id, code, title, procedure, procedure_version, subject_type, subject_id, competent_unit, receiving_unit,
    channel, applicant, status, step, filed_at, received_at, accepted_at, due_at, closed_at, closed_on, outcome, version
  from casework.case_file;
comment on view casework.pub_case is
  'one row a case: where it stands and when it is due (due_at: first moment too late, null while the clock stands still)';

create view casework.pub_event as
  select id, case_file as case_id, case_version, at, verb, step, outcome,
    case when tells_applicant then reason end as reason
  from casework.event;
comment on view casework.pub_event is
  'what happened to a case, in the order of case_version and at; reason only where the applicant is told it';
