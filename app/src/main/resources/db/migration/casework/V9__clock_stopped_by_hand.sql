-- The head of a unit may stop the clock of a case, with a reason and a legal basis, and let it go on.
alter table casework.case_file drop constraint case_file_status_check;
alter table casework.case_file
  add constraint case_file_status_check check (status in ('OPEN', 'PAUSED', 'STOPPED', 'CLOSED'));

alter table casework.pause
  add column kind text not null default 'SUPPLEMENT' check (kind in ('SUPPLEMENT', 'BY_HAND')),
  add column ended_by uuid,
  add constraint pause_by_hand_grounded check (kind = 'SUPPLEMENT' or num_nonnulls(legal_basis, asked_by) = 2);
comment on column casework.pause.kind is
  'asked of the applicant, after which the rule of the time limit decides, or stopped by hand, after which whatever was left goes on';
