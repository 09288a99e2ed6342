-- Whoever acts in another's name: an entry names both.
alter table journal.entry
  add column behalf_type text,
  add column behalf_id uuid,
  add constraint entry_behalf_whole check (num_nonnulls(behalf_type, behalf_id) in (0, 2)),
  add constraint entry_behalf_of_account check (behalf_id is null or actor_kind = 'account');
comment on column journal.entry.behalf_id is
  'the person or business in whose name the account acted; part of the hashed form when it is there';
