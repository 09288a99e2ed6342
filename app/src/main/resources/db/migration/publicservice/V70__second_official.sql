-- Nobody changes a register alone: one official finds that it is wrong, another confirms it, and neither of them asked for it.
alter table publicservice.correction
  add column decided_by uuid,
  add column decided_by_name text,
  add column decided_at timestamptz,
  add column confirmed_by uuid,
  add column confirmed_by_name text,
  add column confirmed_at timestamptz,
  add constraint correction_decided check (num_nonnulls(decided_by, decided_by_name, decided_at) in (0, 3)),
  add constraint correction_confirmed check (num_nonnulls(confirmed_by, confirmed_by_name, confirmed_at) in (0, 3)),
  add constraint correction_four_eyes check (
    (confirmed_by is null or decided_by is not null)
    and decided_by is distinct from account and confirmed_by is distinct from account
    and (confirmed_by is null or confirmed_by <> decided_by));
comment on column publicservice.correction.decided_by is 'the official who found the record wrong';
comment on column publicservice.correction.confirmed_by is 'the other official without whom nothing is recorded';
