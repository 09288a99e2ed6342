create table notification.device (
  id uuid not null,
  account uuid not null,
  endpoint text not null,
  key text not null,
  secret text not null,
  kind text not null check (kind in ('android', 'iphone', 'computer')),
  added_at timestamptz not null,
  told_at timestamptz,
  constraint device_pk primary key (id),
  constraint device_endpoint_once unique (endpoint)
);
create index device_account_idx on notification.device (account);
comment on table notification.device is
  'browsers that are told the notices of an account, and how to encrypt for them; retention: until their owner takes them away, their service says that they are gone, or a year after they were told last';

alter table notification.delivery drop constraint delivery_channel_check;
alter table notification.delivery add constraint delivery_channel_check check (channel in ('in-app', 'e-mail', 'push'));
