alter table identity.account add column person uuid;
comment on column identity.account.person is
  'the person of the registry it belongs to, as an opaque reference the registry gives; null while unknown';
