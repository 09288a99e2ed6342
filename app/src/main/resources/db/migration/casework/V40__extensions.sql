-- How often a new day may be given is a rule with a source, like the others; a case holds as many letters as were sent.

alter table casework.clock_rule
  drop constraint clock_rule_rule_check,
  add constraint clock_rule_rule_check
    check (rule in ('silence', 'apology', 'silence-warning', 'consult-warning', 'extensions')),
  alter column duration drop not null,
  add column times int check (times >= 0),
  add constraint clock_rule_says check ((times is not null) = (rule = 'extensions') and (duration is null) = (rule = 'extensions'));
comment on column casework.clock_rule.times is 'how often, of a rule that counts; null for one that lasts';

alter table casework.apology add column ordinal int not null default 1 check (ordinal > 0);
alter table casework.apology alter column ordinal drop default;
alter table casework.apology drop constraint apology_pk;
alter table casework.apology add constraint apology_pk primary key (case_file, ordinal);
comment on table casework.apology is
  'each time an office said it would be late, why, and the new day it gave; the time limit itself stays; retention: as its case';
comment on column casework.apology.ordinal is 'the first, the second; how many there may be is the clock rule extensions of the day';
