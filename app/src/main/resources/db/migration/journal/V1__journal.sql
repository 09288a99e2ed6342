-- The proven history. Stricter than every other schema: the application may add to it and read it, nothing more.
create schema if not exists journal;
grant usage on schema journal to haidang_app, haidang_retention;

create table journal.entry (
  id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('act', 'read')),
  actor_kind text not null check (actor_kind in ('account', 'anonymous', 'system')),
  actor_id uuid,
  verb text not null,
  subject_types text[] not null,
  subject_ids uuid[] not null,
  change_fields text[] not null,
  change_from bytea[] not null,
  change_to bytea[] not null,
  reason text,
  hash bytea not null check (length(hash) = 32),
  check ((actor_kind = 'account') = (actor_id is not null)),
  check (cardinality(subject_types) = cardinality(subject_ids)),
  check (cardinality(change_fields) = cardinality(change_from)),
  check (cardinality(change_fields) = cardinality(change_to)),
  constraint entry_pk primary key (id)
) partition by range (id);
create index entry_subject_ix on journal.entry using gin (subject_ids);
comment on table journal.entry is
  'acts, and reads of personal data, by opaque references and salted hashes; retention: a month is detached by journal.retire when its term has passed';
comment on column journal.entry.hash is 'SHA-256 of the canonical form, see the Java class Canonical';

create table journal.salt (
  entry uuid not null,
  salt bytea not null check (length(salt) = 16),
  constraint salt_pk primary key (entry)
);
comment on table journal.salt is
  'what makes the hashes of an entry''s values checkable; retention: deleted when a subject is erased, or with its month';

create table journal.unsealed (
  entry uuid not null,
  constraint unsealed_pk primary key (entry)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table journal.unsealed is 'entries that wait for their seal; retention: deleted when sealed, within seconds';

create table journal.seal (
  number bigint not null check (number > 0),
  at timestamptz not null,
  size int not null check (size > 0),
  through bigint not null,
  root bytea not null check (length(root) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  key text not null,
  signature bytea not null,
  constraint seal_pk primary key (number)
);
comment on table journal.seal is 'signed chain of the batches; retention: kept for ever';
comment on column journal.seal.through is 'how many entries this and all earlier seals cover';

create table journal.leaf (
  seal bigint not null,
  position int not null,
  entry uuid not null,
  hash bytea not null check (length(hash) = 32),
  constraint leaf_pk primary key (seal, position),
  constraint leaf_entry_key unique (entry),
  constraint leaf_seal_fk foreign key (seal) references journal.seal (number) deferrable initially deferred
);
comment on table journal.leaf is 'which entry stands where under which seal; retention: kept for ever, so that a retired entry stays provable';

create table journal.term (
  months int not null check (months >= 0),
  only_one boolean not null default true check (only_one),
  constraint term_pk primary key (only_one)
);
comment on table journal.term is 'how long entries are kept; retention: one row, kept for ever';
insert into journal.term (months) values (240);

create table journal.retired (
  month date not null,
  first_id uuid not null,
  before_id uuid not null,
  entries bigint not null,
  at timestamptz not null,
  constraint retired_pk primary key (month)
);
comment on table journal.retired is 'months whose entries were detached after their term; retention: kept for ever';

create function journal.first_id(month date) returns uuid
  language sql stable strict parallel safe
  set search_path = pg_catalog
  as $$
    select (lpad(to_hex((extract(epoch from (month::timestamp at time zone 'Asia/Ho_Chi_Minh')) * 1000)::bigint), 12, '0')
      || repeat('0', 20))::uuid
  $$;
comment on function journal.first_id(date) is 'the lowest time-ordered id of a month that begins in Vietnam';

create function journal.prepare_months(first date, last date) returns int
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
declare
  begins date;
  part text;
  made int := 0;
begin
  if last > first + interval '20 years' then
    raise exception 'too many months asked for';
  end if;
  perform pg_advisory_xact_lock(hashtext('journal.prepare_months'));
  for begins in
    select generate_series(date_trunc('month', first::timestamp), date_trunc('month', last::timestamp), '1 month')::date
  loop
    part := 'entry_' || to_char(begins, '"y"YYYY"m"MM');
    continue when to_regclass('journal.' || part) is not null;
    continue when exists (select from journal.retired r where r.month = begins);
    execute format('create table journal.%I (like journal.entry including all)', part);
    execute format('comment on table journal.%I is %L', part,
      'one month of journal.entry; retention: detached by journal.retire when its term has passed');
    execute format('alter table journal.entry attach partition journal.%I for values from (%L) to (%L)',
      part, journal.first_id(begins), journal.first_id((begins + interval '1 month')::date));
    made := made + 1;
  end loop;
  return made;
end
$$;
comment on function journal.prepare_months(date, date) is 'makes the partitions of these months; repeating it changes nothing';

-- The server's own date decides, not the caller's: whoever may retire cannot bring the term forward.
create function journal.retire(month date) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
declare
  lower_id uuid := journal.first_id(month);
  upper_id uuid := journal.first_id((month + interval '1 month')::date);
  part text := 'entry_' || to_char(month, '"y"YYYY"m"MM');
  counted bigint;
begin
  if month <> date_trunc('month', month::timestamp)::date or to_regclass('journal.' || part) is null then
    raise exception 'no such month: %', month;
  end if;
  if month + interval '1 month' + (select make_interval(months => t.months) from journal.term t) > current_date then
    raise exception 'still within its term: %', month;
  end if;
  if exists (select from journal.unsealed u where u.entry >= lower_id and u.entry < upper_id)
    or exists (
      select from journal.entry e
      where e.id >= lower_id and e.id < upper_id
        and not exists (select from journal.leaf l where l.entry = e.id)) then
    raise exception 'not wholly sealed: %', month;
  end if;
  select count(*) into counted from journal.entry e where e.id >= lower_id and e.id < upper_id;
  execute format('alter table journal.entry detach partition journal.%I', part);
  execute format('alter table journal.%I rename to %I', part, 'retired_' || to_char(month, '"y"YYYY"m"MM'));
  delete from journal.salt s where s.entry >= lower_id and s.entry < upper_id;
  insert into journal.retired (month, first_id, before_id, entries, at)
  values (month, lower_id, upper_id, counted, clock_timestamp());
  return counted;
end
$$;
comment on function journal.retire(date) is
  'detaches a wholly sealed month past its term; its leaves and seals stay, its table is renamed retired_… for the archive';

revoke all on function journal.first_id(date) from public;
revoke all on function journal.prepare_months(date, date) from public;
revoke all on function journal.retire(date) from public;
grant execute on function journal.prepare_months(date, date) to haidang_app;
grant execute on function journal.retire(date) to haidang_retention;

grant select, insert on journal.entry, journal.leaf, journal.seal to haidang_app;
grant select, insert, delete on journal.unsealed, journal.salt to haidang_app;
grant select on journal.retired, journal.term to haidang_app;

select journal.prepare_months(date '2024-10-01', date '2027-03-01');
