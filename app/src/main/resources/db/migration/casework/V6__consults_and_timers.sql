-- What a step asks of other units by itself, and what happens by the clock alone.

alter table casework.procedure_step
  add column consult_question text,
  add column consult_units text,
  add column consult_role text,
  add column consult_join text check (consult_join in ('all', 'first') or consult_join ~ '^[1-9][0-9]?$'),
  add column consult_due text,
  add column consult_silence text check (consult_silence in ('wait', 'consent', 'escalate')),
  add column consult_basis text,
  add column timer text,
  add column timer_outcome text,
  add constraint procedure_step_consult_whole check (
    num_nonnulls(consult_question, consult_units, consult_role, consult_join, consult_due, consult_silence) in (0, 6)),
  add constraint procedure_step_timer_whole check ((timer is null) = (timer_outcome is null));
comment on column casework.procedure_step.consult_units is
  'competent, receiving or keys of units, by semicolon; each is asked when the step is reached';
comment on column casework.procedure_step.timer is
  'after so long at the step the machine takes timer_outcome, if nobody else did before';

create table casework.timer (
  id uuid not null,
  due_at timestamptz not null,
  kind text not null check (kind in ('CONSULT', 'VISIT')),
  case_file uuid not null,
  visit uuid,
  consult uuid,
  constraint timer_pk primary key (id),
  constraint timer_case_fk foreign key (case_file) references casework.case_file (id),
  constraint timer_whole check (case kind when 'VISIT' then visit is not null else consult is not null end)
);
create index timer_due_idx on casework.timer (due_at);
create index timer_case_idx on casework.timer (case_file);
comment on table casework.timer is
  'what will happen by the clock alone; one whose visit or consult is over does nothing; retention: until it has run';
