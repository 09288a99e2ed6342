-- Nobody's silence takes effect unwarned: who was told of which end, once for each.
alter table casework.clock_rule
  drop constraint clock_rule_rule_check,
  add constraint clock_rule_rule_check check (rule in ('silence', 'apology', 'silence-warning', 'consult-warning'));

create table casework.warning (
  about uuid not null,
  ends_at timestamptz not null,
  case_file uuid not null,
  warned_at timestamptz not null,
  constraint warning_pk primary key (about, ends_at),
  constraint warning_case_fk foreign key (case_file) references casework.case_file (id)
);
create index warning_case_idx on casework.warning (case_file);
comment on table casework.warning is
  'that somebody was told when their silence will take effect, once for each end; retention: as its case';
comment on column casework.warning.about is 'the pause in which an applicant is silent, or the item of a unit that was asked';
comment on column casework.warning.ends_at is 'first moment at which silence takes effect; another end is told again';

create index consult_open_due_idx on casework.consult (due_at) where state = 'OPEN';
