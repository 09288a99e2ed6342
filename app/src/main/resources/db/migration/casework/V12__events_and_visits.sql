create or replace view casework.pub_event as
  select id, case_file as case_id, case_version, at, verb, step, outcome,
    case when tells_applicant then reason end as reason,
    case when actor_kind = 'ACCOUNT' then actor end as account
  from casework.event;
comment on view casework.pub_event is
  'what happened to a case, in the order of case_version and at; reason only where the applicant is told it; account of whoever did it, null for a program or a visitor';

create view casework.pub_visit as
  select v.id, v.case_file as case_id, v.step, s.ordinal, s.name as step_name, v.entered_at, v.due_at, v.left_at,
    x.name as outcome_name, i.unit,
    coalesce(i.claimed_by_name, (
      select e.actor_name from casework.event e
      where e.case_file = v.case_file and e.at = v.left_at and e.step = v.step and e.actor_name <> ''
      order by e.id limit 1)) as holder_name
  from casework.visit v
    join casework.case_file c on c.id = v.case_file
    left join casework.procedure_step s
      on s.procedure = c.procedure and s.version = c.procedure_version and s.step = v.step
    left join casework.procedure_exit x
      on x.procedure = c.procedure and x.version = c.procedure_version and x.step = v.step and x.outcome = v.outcome
    left join casework.work_item i on i.visit = v.id;
comment on view casework.pub_visit is
  'one row for each stay of a case at a step, with the step and its outcome in Vietnamese, the unit and the official who had it; due_at: first moment too late, null for none; unit and holder_name: null where a program did the step';
