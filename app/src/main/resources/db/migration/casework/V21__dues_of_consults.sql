-- By when a question to other units must be answered, each day that was told and how it was reckoned.
alter table casework.consult add column duration text;
comment on column casework.consult.duration is 'how long the units have, as worktime writes it; null where whoever asked named the day';

create table casework.consult_due (
  consult uuid not null,
  told_at timestamptz not null,
  due_at timestamptz not null,
  calendar_version int not null,
  constraint consult_due_pk primary key (consult, told_at),
  constraint consult_due_consult_fk foreign key (consult) references casework.consult (id)
);
comment on table casework.consult_due is
  'each end that was told of a question to other units, from its asking on; retention: as its case';
comment on column casework.consult_due.calendar_version is 'the working calendar it was reckoned on';

insert into casework.consult_due (consult, told_at, due_at, calendar_version)
select q.id, q.asked_at, q.due_at, c.calendar_version
from casework.consult q join casework.case_file c on c.id = q.case_file;
