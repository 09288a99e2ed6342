-- The inbox stays fast however much there is: what people search by is folded once, and what was done lately is found by its day.
alter table casework.case_file
  add column words text generated always as (platform.fold(code || ' ' || title || ' ' || applicant_name)) stored;
comment on column casework.case_file.words is 'what the inbox is searched by: no accents, small letters';
create index work_item_done_at_idx on casework.work_item using brin (done_at) with (pages_per_range = 32, autosummarize = on);

create table casework.saved_view (
  id uuid not null,
  account uuid not null,
  name text not null check (length(name) between 1 and 60),
  unit uuid,
  query text not null check (length(query) <= 2000),
  saved_at timestamptz not null,
  constraint saved_view_pk primary key (id),
  constraint saved_view_name_uniq unique (account, name)
);
create index saved_view_unit_idx on casework.saved_view (unit) where unit is not null;
comment on table casework.saved_view is
  'how an official likes to narrow the inbox, for themselves or for colleagues of a unit; retention: until its owner deletes it';
comment on column casework.saved_view.query is 'names and values of an address, checked anew each time it is opened';

create table casework.bulk_run (
  id uuid not null,
  account uuid not null,
  key uuid not null,
  act text not null check (act in ('claim', 'return', 'assign', 'accept')),
  outcome text,
  person uuid,
  asked_at timestamptz not null,
  finished_at timestamptz,
  constraint bulk_run_pk primary key (id),
  constraint bulk_run_key_uniq unique (account, key),
  constraint bulk_run_assign_whole check ((act = 'assign') = (person is not null)),
  constraint bulk_run_accept_whole check ((act = 'accept') = (outcome is not null))
);
create index bulk_run_open_idx on casework.bulk_run (asked_at) where finished_at is null;
comment on table casework.bulk_run is 'one act on many work items; retention: thirty days after it was asked for';

create table casework.bulk_item (
  run uuid not null,
  ordinal int not null,
  item uuid not null,
  case_version bigint not null,
  done_at timestamptz,
  problem text,
  arguments jsonb,
  constraint bulk_item_pk primary key (run, ordinal),
  constraint bulk_item_once unique (run, item),
  constraint bulk_item_run_fk foreign key (run) references casework.bulk_run (id) on delete cascade,
  constraint bulk_item_problem_whole check (problem is null or done_at is not null)
);
comment on table casework.bulk_item is
  'what became of each work item of a run; open until done_at is set, in the transaction of its act; retention: as its run';
