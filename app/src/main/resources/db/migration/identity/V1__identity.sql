create schema if not exists identity;
grant usage on schema identity to haidang_app;
alter default privileges in schema identity grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema identity grant usage on sequences to haidang_app;

create table identity.account (
  id uuid primary key,
  username text not null unique,
  display_name text not null,
  email text,
  password_hash text,
  created_at timestamptz not null,
  closed_at timestamptz
);
comment on table identity.account is
  'who can sign in; not a person, which is a record of the registry; retention: closed when no longer used, names erased two years after';

create table identity.role (
  code text primary key,
  name text not null,
  name_en text not null
);
comment on table identity.role is
  'roles that a post gives at its unit; retention: kept for ever, holdings speak of them';

create table identity.role_action (
  role text not null references identity.role (code),
  action text not null,
  primary key (role, action)
);
comment on table identity.role_action is
  'which actions a role may do; retention: reference data, replaced when loaded anew';

create table identity.post (
  id uuid primary key,
  unit uuid not null,
  role text not null references identity.role (code),
  title text not null,
  valid daterange not null check (not isempty(valid))
);
create index post_unit_idx on identity.post (unit);
create index post_role_idx on identity.post (role);
comment on table identity.post is
  'a seat at a unit with a role and a title; retention: kept for ever, old acts are explained by them';

create table identity.holding (
  post uuid not null references identity.post (id),
  account uuid not null references identity.account (id),
  valid daterange not null check (not isempty(valid)),
  primary key (post, valid),
  constraint holding_one_holder_at_a_time exclude using gist (post with =, valid with &&)
);
create index holding_account_idx on identity.holding (account);
comment on table identity.holding is
  'who holds a post and when; retention: kept for ever, old acts are explained by them';

create table identity.attempt (
  bucket text primary key,
  tokens numeric(12, 6) not null,
  at timestamptz not null
);
create index attempt_at_idx on identity.attempt (at);
comment on table identity.attempt is
  'how many more attempts an account or address has, under a hash of its name; retention: deleted after a day';

create view identity.pub_account as
select a.id, a.display_name from identity.account a;
comment on view identity.pub_account is
  'the names shown of accounts';

create view identity.pub_holding as
select h.account, h.post, p.unit, p.role, p.title, h.valid
from identity.holding h
join identity.post p on p.id = h.post;
comment on view identity.pub_holding is
  'who holds which post with which role at which unit, and when';
