-- Roles that administrators found beside those shipped.

alter table identity.role
  add column founded_at timestamptz,
  add column withdrawn_at timestamptz,
  add constraint role_withdrawn_was_founded check (withdrawn_at is null or founded_at is not null);
comment on column identity.role.founded_at is 'when an administrator founded it; null for a role of the reference data';
comment on column identity.role.withdrawn_at is
  'since when no post is given it any more; the row stays, old acts are explained by its name';
