create view organization.pub_unit_life as
select u.id, u.valid from organization.unit u;
comment on view organization.pub_unit_life is
  'when each unit lives, and nothing else: for every request that asks whether a post still has its unit';
