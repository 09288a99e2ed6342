-- Who stopped which clock, how near to its end, and what follows where the applicant stays silent.

alter table casework.pause add column due_before timestamptz;
comment on column casework.pause.due_before is
  'when the case was due before the clock was stopped; null for what was stopped before this was kept';
create index pause_from_idx on casework.pause (from_at);
create index pause_waiting_idx on casework.pause (from_at) where to_at is null and kind = 'SUPPLEMENT';

create view casework.pub_pause as
  select p.id, p.case_file as case_id, p.from_at, p.to_at, p.kind, p.reason, p.legal_basis, p.asked_by, p.due_before
  from casework.pause p;
comment on view casework.pub_pause is
  'one row for each time the clock of a case stood still, SUPPLEMENT or BY_HAND; due_before: null where unknown';

create table casework.clock_rule (
  rule text not null check (rule in ('silence', 'apology')),
  validity daterange not null check (not isempty(validity)),
  duration text not null,
  notice text not null,
  source text not null,
  confidence text not null,
  constraint clock_rule_pk primary key (rule, validity),
  constraint clock_rule_one_a_day exclude using gist (rule with =, validity with &&)
);
comment on table casework.clock_rule is
  'what the clock does by itself where a rule is set; nothing where none is; retention: kept as long as a case names it';
comment on column casework.clock_rule.notice is 'why, in words; of silence as the applicant reads it';

create table casework.apology (
  case_file uuid not null,
  due_at timestamptz not null,
  new_day date not null,
  reason text not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  constraint apology_pk primary key (case_file),
  constraint apology_case_fk foreign key (case_file) references casework.case_file (id)
);
comment on table casework.apology is
  'that an office said it would be late, why, and the one new day it gave; the time limit itself stays; retention: as its case';

create table casework.apology_draft (
  case_file uuid not null,
  due_at timestamptz not null,
  new_day date not null,
  reason text not null,
  drafted_at timestamptz not null,
  constraint apology_draft_pk primary key (case_file),
  constraint apology_draft_case_fk foreign key (case_file) references casework.case_file (id)
);
comment on table casework.apology_draft is
  'the letter as the machine wrote it before the time limit ends; retention: until it is sent, or the case needs it no more';
comment on column casework.apology_draft.due_at is 'the end of the case for which it was written; another end, another letter';
