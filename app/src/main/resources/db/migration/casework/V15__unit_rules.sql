-- A step may be done at a unit that the table names, and by the head of a unit.
alter table casework.procedure_step
  drop constraint procedure_step_unit_rule_check,
  add constraint procedure_step_unit_rule_check check (unit_rule ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$');
comment on column casework.procedure_step.unit_rule is
  'competent, receiving or the key of a unit, each alone or behind head-of-: then its head does the step, and the role is unit-head';
comment on column casework.case_file.accompanied is
  'whether it ever had a consult, a task or a sub-case, or a step at another unit than its own, so that others may see it for their part';
