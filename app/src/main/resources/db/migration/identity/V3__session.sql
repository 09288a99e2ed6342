create table identity.session (
  id bytea primary key,
  account uuid,
  words jsonb not null default '{}',
  objects bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle interval not null,
  ends_at timestamptz not null
);
create index session_ends_at_idx on identity.session (ends_at);
create index session_account_idx on identity.session (account);
comment on table identity.session is
  'sessions of browsers under the SHA-256 of what their cookie says; retention: deleted within ten minutes after its end';
