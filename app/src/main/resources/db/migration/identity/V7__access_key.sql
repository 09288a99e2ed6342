-- Keys of programs: each for one door and some actions, for a time.

create table identity.access_key (
  id uuid not null,
  account uuid not null,
  name text not null,
  door text not null check (door in ('api', 'feed', 'application')),
  actions text[] not null check (cardinality(actions) > 0),
  hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  constraint access_key_pk primary key (id),
  constraint access_key_account_fk foreign key (account) references identity.account (id),
  constraint access_key_hash_uniq unique (hash),
  constraint access_key_ends check (expires_at > made_at)
);
create index access_key_account_idx on identity.access_key (account);
comment on table identity.access_key is
  'keys with which programs act for an account, under the SHA-256 of 256 random bits; retention: kept for ever, the journal names them and nothing in them opens a door any more';
