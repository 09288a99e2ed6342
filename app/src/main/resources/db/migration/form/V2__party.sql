alter table form.draft add column party uuid;
comment on column form.draft.party is
  'in whose name it is filled in, when not the owner''s own: only its owner sees it, and only while acting for them';
