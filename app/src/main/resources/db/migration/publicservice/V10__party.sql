-- In whose name: the account's own, or a person or business of the registry it acts for.
alter table publicservice.preparation add column party uuid;
update publicservice.preparation set party = account;
alter table publicservice.preparation alter column party set not null;

alter table publicservice.application
  add column party uuid,
  add column submitter_name text,
  add column submitted_as text check (submitted_as in ('legal-representative', 'guardian', 'authorised'));
update publicservice.application set party = account;
alter table publicservice.application alter column party set not null;
alter table publicservice.application add constraint application_submitter_whole
  check (num_nonnulls(submitter_name, submitted_as) in (0, 2));
create index application_party_idx on publicservice.application (party, submitted_at);
comment on column publicservice.application.account is 'who handed it in';
comment on column publicservice.application.party is
  'in whose name: the account itself, or the person or business it acted for; whose it is follows from this alone';
comment on column publicservice.application.submitter_name is
  'name of whoever handed it in for another at that time; null where it was handed in for oneself';
