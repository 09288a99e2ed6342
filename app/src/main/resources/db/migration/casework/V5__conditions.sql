-- Conditions on exits, over facts whose types are declared with the procedure.

alter table casework.procedure
  add column facts text not null default '';
comment on column casework.procedure.facts is
  'what a case may declare: code:type:name:English name, by semicolon; a type is flag, number, text or day';

alter table casework.procedure_exit
  add column condition text check (condition <> ''),
  drop constraint procedure_exit_pk,
  add constraint procedure_exit_pk primary key (procedure, version, step, ordinal),
  add constraint procedure_exit_said_once unique nulls not distinct (procedure, version, step, outcome, condition);
comment on column casework.procedure_exit.condition is
  'when this way is taken; of the ways of one outcome the first whose condition holds, in the order of ordinal';
