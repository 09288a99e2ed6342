create table identity.provider_account (
  issuer text not null,
  subject text not null,
  account uuid not null references identity.account (id),
  linked_at timestamptz not null,
  constraint provider_account_pk primary key (issuer, subject)
);
create index provider_account_account_idx on identity.provider_account (account);
comment on table identity.provider_account is
  'which account somebody vouched for by an identity provider has here; retention: as the account';
