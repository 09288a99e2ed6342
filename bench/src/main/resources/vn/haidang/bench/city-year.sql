-- A year of a city, written set by set. Repeatable: the same numbers give the same city, but for the ids.
-- Settings, as whole numbers: bench.residents, bench.first and bench.last (cases, counted from 1; they come in the order of their days,
-- and the last of them are open), bench.from and bench.to (the part of them to write now), bench.open (of a hundred),
-- bench.large (of a hundred, how much goes to one large department); bench.password is a hash.
-- It copies what the cases of a small demo city hold, so that every page has something true to show.

-- part: residents
with number as (
  select n, public.bench_at(n, 1, 40) as family, public.bench_at(n, 2, 30) as middle, public.bench_at(n, 3, 60) as given
  from generate_series(1, current_setting('bench.residents')::int) as n
), named as (
  select n,
    (array['Nguyễn','Trần','Lê','Phạm','Hoàng','Huỳnh','Phan','Vũ','Võ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý','Đào','Đoàn',
      'Vương','Trịnh','Đinh','Lâm','Phùng','Mai','Tô','Hà','Tạ','Chu','Thái','Cao','Lương','Quách','La','Tăng','Kiều','Nghiêm',
      'Bạch','Thân','Ông','Lưu'])[family + 1]
    || ' ' || (array['Văn','Thị','Hữu','Đức','Minh','Ngọc','Thanh','Quang','Xuân','Thu','Hồng','Kim','Bảo','Gia','Hải','Khánh',
      'Phương','Quốc','Tuấn','Anh','Diệu','Mạnh','Đình','Công','Thùy','Như','Mỹ','Bích','Trọng','Tiến'])[middle + 1]
    || ' ' || (array['An','Anh','Bình','Chi','Cường','Dũng','Dung','Duy','Đạt','Đức','Giang','Hà','Hải','Hằng','Hạnh','Hiền','Hiếu',
      'Hoa','Hòa','Hùng','Hương','Huy','Khánh','Khoa','Lan','Linh','Long','Loan','Mai','Minh','My','Nam','Nga','Ngân','Ngọc','Nhung',
      'Oanh','Phong','Phúc','Phương','Quân','Quỳnh','Sơn','Tâm','Thảo','Thắng','Thủy','Tiến','Trang','Trinh','Trung','Tú','Tuấn',
      'Uyên','Vân','Việt','Vinh','Vy','Xuân','Yến'])[given + 1] as name
  from number
), account as (
  insert into identity.account (id, username, display_name, created_at)
  select public.bench_id('resident', n), 'bench-r-' || n, name, now() - interval '400 days' from named
), person as (
  insert into registry.person (id, personal_number, recorded_at)
  select public.bench_id('person', n), '8' || lpad(n::text, 11, '0'), now() - interval '400 days' from named
), record as (
  insert into registry.person_record (id, person, full_name, birth_date, sex, phone, source, valid, recorded_at)
  select public.bench_id('record', n), public.bench_id('person', n), name, date '1950-01-01' + public.bench_at(n, 4, 20000),
    case when n % 2 = 0 then 'female' else 'male' end, '099' || lpad(n::text, 7, '0'), 'bench', daterange('2025-07-01', null),
    now() - interval '400 days'
  from named
)
insert into registry.account_link (account, person, linked_at)
select public.bench_id('resident', n), public.bench_id('person', n), now() - interval '400 days' from named;

-- part: officials
with seat as (
  select d.number as unit_number, d.unit, r.role, s.n as seat,
    'bench-' || r.role || '-' || d.number || '-' || s.n as username
  from public.bench_unit d
    cross join (values ('one-stop-officer', 3, 20), ('specialist', 4, 40), ('unit-head', 1, 2)) as r (role, few, many)
    cross join lateral generate_series(1, case when d.number = 0 then r.many else r.few end) as s (n)
), account as (
  insert into identity.account (id, username, display_name, password_hash, created_at)
  select public.bench_id('official ' || username, 0), username,
    case role when 'one-stop-officer' then 'Công chức một cửa ' when 'specialist' then 'Công chức thụ lý ' else 'Thủ trưởng ' end
      || unit_number || '.' || seat,
    current_setting('bench.password'), now() - interval '400 days'
  from seat
), post as (
  insert into identity.post (id, unit, role, title, valid)
  select public.bench_id('post ' || username, 0), unit, role, username, daterange('2025-07-01', null) from seat
)
insert into identity.holding (post, account, valid)
select public.bench_id('post ' || username, 0), public.bench_id('official ' || username, 0), daterange('2025-07-01', null) from seat;

-- part: restricted
-- One official with small posts at two other communes.
with seat as (
  select d.unit, case d.number when 112 then 'one-stop-officer' else 'specialist' end as role, 'bench-restricted-' || d.number as title
  from public.bench_unit d
  where d.number in (112, 113)
), account as (
  insert into identity.account (id, username, display_name, password_hash, created_at)
  values (public.bench_id('official restricted', 0), 'bench-restricted', 'Công chức hai nơi', current_setting('bench.password'), now())
), post as (
  insert into identity.post (id, unit, role, title, valid)
  select public.bench_id(title, 0), unit, role, title, daterange('2025-07-01', null) from seat
)
insert into identity.holding (post, account, valid)
select public.bench_id(title, 0), public.bench_id('official restricted', 0), daterange('2025-07-01', null) from seat;

-- part: auditor
-- Who may open every figure of the city down to its cases. A password alone opens: the bench has no second factor. Written after each
-- start, so that cities kept from before have one too.
with city as (
  select u.id from organization.pub_unit u where u.tier = 'CITY' and u.valid @> current_date order by u.key limit 1
), account as (
  insert into identity.account (id, username, display_name, password_hash, created_at)
  values (public.bench_id('official auditor', 0), 'bench-auditor', 'Kiểm tra nội bộ', current_setting('bench.password'), now())
  on conflict do nothing
), post as (
  insert into identity.post (id, unit, role, title, valid)
  select public.bench_id('post auditor', 0), c.id, 'auditor', 'bench-auditor', daterange('2025-07-01', null) from city c
  on conflict do nothing
)
insert into identity.holding (post, account, valid)
select public.bench_id('post auditor', 0), public.bench_id('official auditor', 0), daterange('2025-07-01', null) from city
on conflict do nothing;

delete from identity.second_factor_role where role = 'auditor';

-- part: catalogue
-- As many services as the national catalogue has: those that are shipped, again under the names of communes. Copies share their words,
-- so a question has more to weigh than in a true catalogue of this size.
create temporary table bench_service on commit drop as
select v.code, v.version, v.code || '.B' || lpad(b.number::text, 3, '0') as copy, ' tại ' || u.name as place,
  platform.fold(' tại ' || u.name) as folded_place
from publicservice.service_version v
  cross join public.bench_unit b
  join organization.pub_unit u on u.id = b.unit and u.valid @> current_date
where v.validity @> current_date and b.number between 1 and 32;

insert into publicservice.service_version
select (jsonb_populate_record(v, jsonb_build_object('code', s.copy, 'name', v.name || s.place, 'short_name', v.short_name || s.place))).*
from bench_service s
  join publicservice.service_version v on v.code = s.code and v.version = s.version;

insert into publicservice.search_term (code, version, kind, ordinal, weight, folded)
select s.copy, t.version, t.kind, t.ordinal, t.weight,
  case when t.kind in ('name', 'short-name') then t.folded || s.folded_place when t.kind = 'code' then lower(s.copy) else t.folded end
from bench_service s
  join publicservice.search_term t on t.code = s.code and t.version = s.version;

-- part: figures
-- A cell for each day of a year, each unit, and each component and breakdown that the demo city counts: as many as a year of work
-- leaves, however many cases a day has. Components that count members are left as they are.
with kind as (
  select measure, component, breakdown, min(amount) as amount
  from indicator.cell
  where member = ''
  group by measure, component, breakdown
)
insert into indicator.cell (measure, component, unit, day, breakdown, member, known_on, amount)
select k.measure, k.component, u.unit, d.day::date, k.breakdown, '', d.day::date, greatest(1, k.amount) * (1 + public.bench_at(u.number, 40, 9))
from kind k
  cross join public.bench_unit u
  cross join generate_series(current_date - 365, current_date - 1, interval '1 day') as d (day)
on conflict do nothing;

insert into indicator.month_cell (measure, component, unit, month, breakdown, member, amount)
select measure, component, unit, date_trunc('month', day)::date, breakdown, member, sum(amount)
from indicator.cell
group by measure, component, unit, date_trunc('month', day)::date, breakdown, member
on conflict on constraint month_cell_pk do update set amount = excluded.amount;

-- part: cases
create temporary table bench_case on commit drop as
with number as (
  select n, n > s.last - s.open_count as open,
    case when n > s.last - s.open_count then 1 + 19 * (s.last - n) / s.open_count
      else 22 + 345 * (s.last - s.open_count - n) / (s.last - s.first + 1 - s.open_count) end as age,
    public.bench_at(n, 12, 100) as stage,
    case when public.bench_at(n, 13, 100) < current_setting('bench.large')::int then 0
      else 1 + floor(113 * power(public.bench_at(n, 14, 10000) / 10000.0, 1.5))::int end as unit_number,
    1 + public.bench_at(n, 15, (select count(*)::int from public.bench_prototype)) as prototype,
    1 + public.bench_at(n, 16, current_setting('bench.residents')::int) as resident,
    public.bench_at(n, 19, 32000) as seconds
  from (
      select current_setting('bench.first')::bigint as first, current_setting('bench.last')::bigint as last,
        greatest(1, (current_setting('bench.last')::bigint - current_setting('bench.first')::bigint + 1)
          * current_setting('bench.open')::int / 100) as open_count
    ) s
    cross join generate_series(current_setting('bench.from')::bigint, current_setting('bench.to')::bigint) as n
), dated as (
  select q.*,
    date_trunc('day', now(), 'Asia/Ho_Chi_Minh') + interval '8 hours' + q.seconds * interval '1 second'
      - q.age * interval '1 day' as filed_at
  from number q
)
select d.n, d.open, d.unit_number, d.resident, u.unit, p.*, d.filed_at, a.display_name as applicant_name, a.id as applicant,
  uuidv7(d.filed_at - clock_timestamp()) as id, uuidv7(d.filed_at - clock_timestamp()) as application,
  'B' || lpad(d.unit_number::text, 3, '0') || '-' || to_char(d.filed_at, 'YYMMDD') || '-' || lpad(d.n::text, 8, '0') as code,
  date_trunc('day', d.filed_at, 'Asia/Ho_Chi_Minh') + interval '14 days' as due_at,
  case when not d.open then 'issue' when d.stage < 30 or d.age < 5 then 'receive' when d.stage < 80 or d.age < 8 then 'appraise' else 'approve' end as step,
  d.open and d.stage between 65 and 79 and d.age >= 5 as paused,
  d.open and public.bench_at(d.n, 20, 100) < 40 as claimed
from dated d
  join public.bench_unit u on u.number = d.unit_number
  join public.bench_prototype p on p.prototype = d.prototype
  join identity.account a on a.id = public.bench_id('resident', d.resident)
order by d.filed_at;

insert into casework.case_file (id, code, title, procedure, procedure_version, work_file, subject_type, subject_id, competent_unit,
  receiving_unit, channel, applicant, applicant_name, status, step, version, filed_at, received_at, accepted_at, due_at, closed_at,
  closed_on, outcome, received_online, digitised_at_reception, result_electronic, duration, after_supplement,
  after_supplement_source, legal_basis, office_hours, calendar_version, first_promise)
select c.id, c.code, c.title, c.procedure, c.procedure_version, true, 'publicservice/application', c.application, c.unit, c.unit,
  'ONLINE', c.applicant, c.applicant_name,
  case when not c.open then 'CLOSED' when c.paused then 'PAUSED' else 'OPEN' end, case when c.open then c.step end,
  case when not c.open then 5 else (case c.step when 'receive' then 1 when 'appraise' then 2 else 3 end) + c.paused::int end,
  c.filed_at, c.filed_at, case when c.step <> 'receive' then c.filed_at + interval '1 day' end,
  case when not c.paused then c.due_at end, case when not c.open then c.filed_at + interval '9 days' end,
  case when not c.open then (c.filed_at + interval '9 days')::date end, case when not c.open then 'done' end, true, false,
  not c.open, c.duration, c.after_supplement, c.after_supplement_source, c.legal_basis, c.office_hours, c.calendar_version,
  c.first_promise
from bench_case c;

insert into publicservice.application (id, draft, account, party, submission_key, service_code, service_version, unit, case_id,
  dossier_code, applicant_name, form, form_version, answers, device, secret, promise, submitted_at, submitted_on)
select c.application, gen_random_uuid(), c.applicant, c.applicant, gen_random_uuid(), c.service_code, c.service_version, c.unit, c.id,
  c.code, c.applicant_name, c.form, c.form_version, c.answers, 'phone', upper(md5(c.code)), c.promise, c.filed_at, c.filed_at::date
from bench_case c;

-- The steps a case has reached, the last of them still open where the case is.
create temporary table bench_visit on commit drop as
select c.id as case_file, c.n, c.unit_number, c.unit, s.step, s.ordinal, s.role, s.outcome,
  c.filed_at + (s.ordinal - 1) * interval '3 days' as entered_at,
  case when not c.open or s.step <> c.step then c.filed_at + s.ordinal * interval '3 days' - interval '1 hour' end as left_at,
  c.due_at, c.paused, c.claimed, uuidv7(c.filed_at - clock_timestamp()) as id,
  1 + public.bench_at(c.n, 30 + s.ordinal, case when c.unit_number = 0
    then case s.role when 'one-stop-officer' then 20 when 'specialist' then 40 else 2 end
    else case s.role when 'one-stop-officer' then 3 when 'specialist' then 4 else 1 end end) as seat
from bench_case c
  join (values ('receive', 1, 'one-stop-officer', 'accept'), ('appraise', 2, 'specialist', 'propose'),
      ('approve', 3, 'unit-head', 'approve'), ('issue', 4, null, 'done')) as s (step, ordinal, role, outcome)
    on s.ordinal <= case c.step when 'receive' then 1 when 'appraise' then 2 when 'approve' then 3 else 4 end;

insert into casework.visit (id, case_file, step, entered_at, due_at, left_at, left_by, outcome)
select v.id, v.case_file, v.step, v.entered_at, v.due_at, v.left_at,
  case when v.left_at is not null and v.role is not null
    then public.bench_id('official bench-' || v.role || '-' || v.unit_number || '-' || v.seat, 0) end,
  case when v.left_at is not null then v.outcome end
from bench_visit v;

insert into casework.work_item (id, case_file, visit, step, unit, role, state, claimed_by, claimed_by_name, posted_at, due_at, done_at,
  done_by)
select uuidv7(v.entered_at - clock_timestamp()), v.case_file, v.id, v.step, v.unit, v.role,
  case when v.left_at is not null then 'DONE' when v.paused then 'WAITING' else 'OPEN' end,
  case when v.claimed and v.left_at is null then a.id end, case when v.claimed and v.left_at is null then a.display_name end,
  v.entered_at, case when v.left_at is null and v.paused then null else v.due_at end, v.left_at,
  case when v.left_at is not null then a.id end
from bench_visit v
  join identity.account a on a.username = 'bench-' || v.role || '-' || v.unit_number || '-' || v.seat
where v.role is not null;

insert into casework.pause (id, case_file, from_at, reason, legal_basis)
select gen_random_uuid(), c.id, c.filed_at + interval '4 days', 'Thiếu bản chụp giấy tờ', 'Nghị định 118/2025/NĐ-CP'
from bench_case c
where c.paused;

insert into casework.event (id, case_file, case_version, at, verb, actor_kind, actor, actor_name, step, outcome, tells_applicant)
select uuidv7(c.filed_at - clock_timestamp()), c.id, 1, c.filed_at, 'opened', 'ACCOUNT', c.applicant, c.applicant_name, 'receive', null,
  true
from bench_case c
union all
select uuidv7(v.left_at - clock_timestamp()), v.case_file, v.ordinal + 1, v.left_at,
  case v.step when 'receive' then 'accepted' when 'issue' then 'closed' else 'step-done' end,
  case when v.role is null then 'SYSTEM' else 'ACCOUNT' end, null,
  case when v.role is null then '' else 'Công chức ' || v.unit_number || '.' || v.seat end, v.step, v.outcome, v.role is null
from bench_visit v
where v.left_at is not null
union all
select uuidv7(c.filed_at - clock_timestamp()), c.id, 3, c.filed_at + interval '4 days', 'supplement-asked', 'ACCOUNT', null,
  'Công chức thụ lý', 'appraise', 'ask-supplement', true
from bench_case c
where c.paused;
