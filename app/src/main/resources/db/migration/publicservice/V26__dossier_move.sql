-- The competent unit of a case is the present one; figures also want those before it.
create table publicservice.dossier_move (
  case_id uuid not null,
  ordinal int not null check (ordinal > 0),
  from_unit uuid not null,
  to_unit uuid not null check (to_unit <> from_unit),
  moved_on date not null,
  constraint dossier_move_pk primary key (case_id, ordinal)
);
comment on table publicservice.dossier_move is
  'which unit handed a dossier to which other one and on which day it counts there, so that figures stay with the unit of their time; '
  'retention: as the case';
comment on column publicservice.dossier_move.moved_on is
  'never before the day the dossier was received, nor before the move that went before';
