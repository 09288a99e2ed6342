create schema if not exists notification;
grant usage on schema notification to haidang_app;
alter default privileges in schema notification grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema notification grant usage on sequences to haidang_app;

create table notification.message (
  id uuid not null,
  account uuid not null,
  message_key text not null,
  arguments jsonb not null,
  link text check (link like '/%' and link not like '//%'),
  sent_at timestamptz not null,
  read_at timestamptz,
  constraint message_pk primary key (id)
);
create index message_account_idx on notification.message (account, id desc);
create index message_unread_idx on notification.message (account) where read_at is null;
comment on table notification.message is
  'what was told to whom, as a key with its values; retention: two years after it was sent';

create table notification.delivery (
  id uuid not null,
  message uuid not null,
  channel text not null check (channel in ('in-app', 'e-mail')),
  state text not null check (state in ('waiting', 'delivered', 'no-address', 'failed')),
  attempts int not null default 0,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  error text,
  constraint delivery_pk primary key (id),
  constraint delivery_message_fk foreign key (message) references notification.message (id) on delete cascade,
  constraint delivery_once_a_channel unique (message, channel),
  constraint delivery_delivered_whole check ((state = 'delivered') = (delivered_at is not null)),
  constraint delivery_waiting_whole check ((state = 'waiting') = (next_attempt_at is not null))
);
create index delivery_waiting_idx on notification.delivery (next_attempt_at) where state = 'waiting';
comment on table notification.delivery is
  'that a message went out on one channel, or why not; retention: as its message';
