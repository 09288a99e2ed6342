-- What somebody has besides a password, and who must have it.

alter table identity.account add column password_temporary boolean not null default false;
comment on column identity.account.password_temporary is 'whether somebody else gave it, so that it must be changed at the next sign-in';

create table identity.second_factor_role (
  role text not null,
  asked text not null check (asked in ('always', 'not-in-demo')),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  constraint second_factor_role_pk primary key (role),
  constraint second_factor_role_role_fk foreign key (role) references identity.role (code)
);
comment on table identity.second_factor_role is
  'which roles must have something besides a password; retention: reference data, replaced when loaded anew';

create table identity.authenticator (
  account uuid not null,
  secret bytea not null,
  last_step bigint not null,
  enrolled_at timestamptz not null,
  constraint authenticator_pk primary key (account),
  constraint authenticator_account_fk foreign key (account) references identity.account (id)
);
comment on table identity.authenticator is
  'secrets of codes that change with time, sealed with a key that is not in the database; retention: until removed or reset, with the account at the latest';
comment on column identity.authenticator.last_step is 'the step of the last code taken: none at or before it is taken again';

create table identity.recovery_code (
  account uuid not null,
  hash bytea not null,
  made_at timestamptz not null,
  constraint recovery_code_pk primary key (account, hash),
  constraint recovery_code_account_fk foreign key (account) references identity.account (id)
);
comment on table identity.recovery_code is
  'codes for the day an authenticator is lost, as keyed hashes; retention: each until it is used, all until new ones are made';

create table identity.passkey (
  id uuid not null,
  account uuid not null,
  credential_id bytea not null,
  credential bytea not null,
  sign_count bigint not null,
  name text not null,
  enrolled_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_pk primary key (id),
  constraint passkey_account_fk foreign key (account) references identity.account (id),
  constraint passkey_credential_uniq unique (credential_id)
);
create index passkey_account_idx on identity.passkey (account);
comment on table identity.passkey is
  'public halves of keys that sign challenges; retention: until removed or reset, with the account at the latest';

create view identity.pub_substitute as
select s.substitute, s.unit, s.role, s.valid
from identity.substitute s
where exists (
  select 1
  from identity.holding h
  join identity.post p on p.id = h.post
  where h.account = s.principal and p.unit = s.unit and p.role = s.role and h.valid && s.valid);
comment on view identity.pub_substitute is
  'who may act in which role at which unit in the stead of somebody who holds it, and when';
