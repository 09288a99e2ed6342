create table publicservice.service_point (
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  unit uuid not null,
  name text not null,
  name_en text not null,
  desks int not null check (desks between 1 and 99),
  slot_minutes int not null check (slot_minutes between 5 and 240),
  slot_capacity int not null check (slot_capacity between 0 and 200),
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint service_point_pk primary key (id),
  constraint service_point_slug_uniq unique (slug)
);
create index service_point_unit_idx on publicservice.service_point (unit);
comment on table publicservice.service_point is
  'a place of a unit where people wait, are called and come by appointment; retention: permanent';

create table publicservice.kiosk (
  id uuid not null,
  point uuid not null,
  name text not null,
  pairing text,
  pairing_until timestamptz,
  secret text,
  registered_by uuid not null,
  registered_at timestamptz not null,
  paired_at timestamptz,
  revoked_at timestamptz,
  constraint kiosk_pk primary key (id),
  constraint kiosk_point_fk foreign key (point) references publicservice.service_point (id)
);
create index kiosk_point_idx on publicservice.kiosk (point);
create unique index kiosk_secret_uniq on publicservice.kiosk (secret);
comment on table publicservice.kiosk is
  'a device that gives out numbers at one place and may do nothing else; retention: one year after it was revoked';
comment on column publicservice.kiosk.secret is 'hash of what the device keeps; null until it is paired';
comment on column publicservice.kiosk.pairing is 'hash of the code typed on the device once; null afterwards';

create table publicservice.ticket_counter (
  point uuid not null,
  day date not null,
  last int not null check (last > 0),
  constraint ticket_counter_pk primary key (point, day),
  constraint ticket_counter_point_fk foreign key (point) references publicservice.service_point (id)
);
comment on table publicservice.ticket_counter is 'last number given out at a place on a day; retention: one year';

create table publicservice.ticket (
  id uuid not null,
  point uuid not null,
  unit uuid not null,
  day date not null,
  number int not null check (number > 0),
  source text not null check (source in ('kiosk', 'desk', 'appointment')),
  state text not null check (state in ('waiting', 'called', 'served', 'missed')),
  first boolean not null,
  request_key uuid not null,
  taken_at timestamptz not null,
  called_at timestamptz,
  last_called_at timestamptz,
  calls int not null default 0,
  desk int,
  called_by uuid,
  ended_at timestamptz,
  constraint ticket_pk primary key (id),
  constraint ticket_number_uniq unique (point, day, number),
  constraint ticket_key_uniq unique (point, request_key),
  constraint ticket_point_fk foreign key (point) references publicservice.service_point (id),
  constraint ticket_called_whole check (
    num_nonnulls(called_at, last_called_at, desk, called_by) in (0, 4) and (calls > 0) = (called_at is not null)),
  constraint ticket_ended_whole check ((state in ('served', 'missed')) = (ended_at is not null))
);
create index ticket_waiting_idx on publicservice.ticket (point, day, first desc, number) where state = 'waiting';
create index ticket_unit_idx on publicservice.ticket (unit, day);
comment on table publicservice.ticket is
  'a number somebody waited with, and when it was called; it says nothing of whoever waited; retention: permanent';
comment on column publicservice.ticket.first is 'whoever comes by appointment at its time is called before the others';
comment on column publicservice.ticket.unit is 'the unit of the place when it was taken';

create table publicservice.slot (
  point uuid not null,
  day date not null,
  starts time not null,
  ends time not null,
  capacity int not null check (capacity between 0 and 200),
  taken int not null default 0,
  constraint slot_pk primary key (point, day, starts),
  constraint slot_point_fk foreign key (point) references publicservice.service_point (id),
  constraint slot_not_overbooked check (taken between 0 and capacity),
  constraint slot_forward check (ends > starts)
);
comment on table publicservice.slot is
  'how many may come to a place in one stretch of a day, and how many have booked; retention: one year';

create table publicservice.appointment (
  id uuid not null,
  code text not null check (code ~ '^[0-9]{6}$'),
  point uuid not null,
  unit uuid not null,
  day date not null,
  starts time not null,
  account uuid not null,
  party uuid not null,
  person_name text not null,
  service_code text not null,
  state text not null check (state in ('booked', 'arrived', 'kept', 'cancelled', 'missed')),
  submission_key uuid not null,
  booked_at timestamptz not null,
  moves int not null default 0,
  reminded_at timestamptz,
  ended_at timestamptz,
  ticket uuid,
  constraint appointment_pk primary key (id),
  constraint appointment_key_uniq unique (account, submission_key),
  constraint appointment_slot_fk foreign key (point, day, starts) references publicservice.slot (point, day, starts),
  constraint appointment_ticket_fk foreign key (ticket) references publicservice.ticket (id)
);
create unique index appointment_code_uniq on publicservice.appointment (point, day, code);
create index appointment_slot_idx on publicservice.appointment (point, day, starts);
create index appointment_party_idx on publicservice.appointment (party, day);
create index appointment_day_idx on publicservice.appointment (day) where state = 'booked';
create index appointment_ticket_idx on publicservice.appointment (ticket);
create index appointment_unit_idx on publicservice.appointment (unit, day);
comment on table publicservice.appointment is
  'who comes to a place when, and whether they came; retention: one year after its day';

create table publicservice.parcel (
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  unit uuid not null,
  application uuid,
  other_name text not null,
  address text,
  carrier text not null,
  tracking text not null,
  posted_on date,
  arrived_at timestamptz,
  delivered_on date,
  registered_by uuid not null,
  registered_by_name text not null,
  registered_at timestamptz not null,
  submission_key uuid not null,
  constraint parcel_pk primary key (id),
  constraint parcel_key_uniq unique (registered_by, submission_key),
  constraint parcel_tracking_uniq unique (unit, direction, carrier, tracking),
  constraint parcel_application_fk foreign key (application) references publicservice.application (id),
  constraint parcel_whole check (case direction
    when 'in' then arrived_at is not null and delivered_on is null
    else arrived_at is null and posted_on is not null and application is not null end),
  constraint parcel_forward check (delivered_on >= posted_on)
);
create index parcel_application_idx on publicservice.parcel (application);
create index parcel_unit_idx on publicservice.parcel (unit, registered_at);
comment on table publicservice.parcel is
  'papers that came by post and results that went by post; retention: as the case, '
  'one year where no dossier came of it';
