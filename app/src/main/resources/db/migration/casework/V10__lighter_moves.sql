-- Every move of a case pays for each reference and each check of the rows it writes: a reference is a question to the database of its own,
-- and a check is read and compiled anew for every statement.

-- A visit, and the item of a step, are written by the very statement that writes their case, and every other item while the case is
-- held. Nothing deletes any of them; from here on the program may not even do so.
alter table casework.visit drop constraint visit_case_fk;
alter table casework.work_item drop constraint work_item_case_fk;
revoke delete on casework.case_file, casework.visit, casework.work_item from haidang_app;

-- The rules of a work item and of a case, each told once instead of in eleven and nine parts.
create function casework.item_is_whole(item casework.work_item) returns boolean
  language plpgsql immutable parallel safe
  as $$
begin
  return item.state in ('OPEN', 'WAITING', 'DONE', 'CANCELLED')
    and item.kind in ('STEP', 'CONSULT', 'TASK', 'POSTED')
    and (item.state in ('DONE', 'CANCELLED')) = (item.done_at is not null)
    and (item.claimed_by is null) = (item.claimed_by_name is null)
    and case item.kind when 'STEP' then item.case_file is not null and item.visit is not null and item.step is not null
      else item.visit is null and item.step is null and item.title is not null end
    and (item.kind = 'CONSULT') = (item.consult is not null)
    and (item.kind = 'POSTED') = (item.path is not null)
    and num_nonnulls(item.subject_type, item.subject_id, item.path) in (0, 3)
    and (item.path is null or item.path like '/%')
    and (item.kind = 'POSTED' or item.case_file is not null)
    and num_nonnulls(item.delegate, item.delegate_name, item.delegated_until) in (0, 3)
    and (item.delegate is null or item.claimed_by is not null)
    and (item.assigned_by is null or item.claimed_by is not null);
end
$$;
comment on function casework.item_is_whole(casework.work_item) is
  'state, kind and what belongs to each; a finished item has its moment, a held one its holder';

alter table casework.work_item
  drop constraint work_item_claimed_whole,
  drop constraint work_item_kind_check,
  drop constraint work_item_path_check,
  drop constraint work_item_state_check,
  drop constraint work_item_done_whole,
  drop constraint work_item_step_whole,
  drop constraint work_item_consult_whole,
  drop constraint work_item_posted_whole,
  drop constraint work_item_in_a_case,
  drop constraint work_item_delegated_whole,
  drop constraint work_item_assigned_is_claimed,
  add constraint work_item_whole check (casework.item_is_whole(work_item));

create function casework.case_is_whole(
    id uuid, status text, channel text, after_supplement text, step text, due_at timestamptz, closed_at timestamptz,
    closed_on date, outcome text, blocks int, parent uuid, parent_relation text) returns boolean
  language plpgsql immutable parallel safe
  as $$
begin
  return status in ('OPEN', 'PAUSED', 'STOPPED', 'CLOSED')
    and channel in ('COUNTER', 'ONLINE', 'POST')
    and after_supplement in ('resume', 'restart')
    and (outcome is null or outcome in ('done', 'refused', 'withdrawn'))
    and (status = 'CLOSED') = (closed_at is not null)
    and (closed_at is null) = (outcome is null)
    and (closed_at is null) = (closed_on is null)
    and (closed_at is null) = (step is not null)
    and ((status = 'OPEN') = (due_at is not null) or status = 'CLOSED')
    and blocks >= 0
    and (parent is null) = (parent_relation is null)
    and (parent is null or (parent <> id and parent_relation in ('BLOCKS', 'BESIDE')));
end
$$;
comment on function casework.case_is_whole(
    uuid, text, text, text, text, timestamptz, timestamptz, date, text, int, uuid, text) is
  'status, clock, outcome and ties, and what belongs to each; a closed case has its moment, its day and its outcome';

alter table casework.case_file
  drop constraint case_file_channel_check,
  drop constraint case_file_status_check,
  drop constraint case_file_outcome_check,
  drop constraint case_file_after_supplement_check,
  drop constraint case_file_closed_whole,
  drop constraint case_file_clock,
  drop constraint case_file_blocks_check,
  drop constraint case_file_parent_relation_check,
  drop constraint case_file_parent_whole,
  add constraint case_file_whole check (casework.case_is_whole(
    id, status, channel, after_supplement, step, due_at, closed_at, closed_on, outcome, blocks, parent, parent_relation));
