-- What the year is made with: numbers that look random and are not, ids that can be named again, units, and examples to copy.
create or replace function public.bench_at(number bigint, salt bigint, below int) returns int
  language sql immutable parallel safe
  return ((hashint8extended(number, salt) & x'7fffffffffff'::bigint) % below)::int;

create or replace function public.bench_id(kind text, number bigint) returns uuid
  language sql immutable parallel safe
  return md5(kind || number)::uuid;

create table if not exists public.bench_unit as
select 0 as number, (
    select u.id from organization.pub_unit u
    where u.kind = 'department' and u.valid @> current_date
    order by u.key limit 1) as unit
union all
select row_number() over (order by u.key), u.id
from organization.pub_unit u
where u.tier = 'COMMUNE' and u.valid @> current_date;

create table if not exists public.bench_prototype as
select row_number() over (order by c.id) as prototype, c.title, c.procedure, c.procedure_version, c.duration, c.after_supplement,
  c.after_supplement_source, c.legal_basis, c.office_hours, c.calendar_version, c.first_promise, a.service_code, a.service_version,
  a.form, a.form_version, a.answers, a.promise
from casework.case_file c
  join publicservice.application a on a.case_id = c.id
where c.procedure in ('standard', 'civil-status-same-day');
