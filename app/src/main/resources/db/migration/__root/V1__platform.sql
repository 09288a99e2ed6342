-- What belongs to no module: framework tables and the folding of Vietnamese.

create extension if not exists btree_gist schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists pgcrypto schema public;

grant usage on schema platform to haidang_app;
alter default privileges in schema platform grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema platform grant usage on sequences to haidang_app;

comment on schema platform is 'framework tables and functions that all modules may call';

create table platform.spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on platform.spring_session (session_id);
create index spring_session_ix2 on platform.spring_session (expiry_time);
create index spring_session_ix3 on platform.spring_session (principal_name);
comment on table platform.spring_session is 'sessions of signed-in people; retention: deleted when the session expires';

create table platform.spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id)
    references platform.spring_session (primary_id) on delete cascade
);
comment on table platform.spring_session_attributes is 'what a session carries; retention: deleted with its session';

create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on platform.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time_idx
  on platform.scheduled_tasks (priority desc, execution_time asc);
comment on table platform.scheduled_tasks is 'jobs and timers that wait; retention: deleted when done';

create table platform.event_publication (
  id uuid not null,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz,
  primary key (id)
);
create index event_publication_serialized_event_hash_idx
  on platform.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on platform.event_publication (completion_date);
comment on table platform.event_publication is
  'events on their way to listeners; retention: completed ones are deleted after seven days';

-- Equal to the Java class Folding, proven by a property test; an index may rest on it. Small letters only where both
-- sides agree for all time: ASCII and đ. Compatibility decomposition also turns hard blanks and full-width letters.
create function platform.fold(value text) returns text
  language sql immutable strict parallel safe
  return btrim(
    regexp_replace(
      lower(
        translate(
          regexp_replace(normalize(value, NFKD), U&'[\0300-\036f]', '', 'g'),
          'đĐðÐ', 'dddd') collate "C"),
      E'[ \t\n\x0b\f\r]+', ' ', 'g'),
    ' ');
comment on function platform.fold(text) is
  'folds Vietnamese for search: no diacritics, small letters, single blanks; immutable';
grant execute on function platform.fold(text) to public;
