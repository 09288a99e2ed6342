create or replace view casework.pub_event as
  select id, case_file as case_id, case_version, at, verb, step, outcome,
    case when tells_applicant then reason end as reason,
    case when actor_kind = 'ACCOUNT' then actor end as account
  from casework.event;
comment on view casework.pub_event is
  'what happened to a case, in the order of case_version and at; reason only where the applicant is told it; account of whoever did it, null for a program or a visitor';
