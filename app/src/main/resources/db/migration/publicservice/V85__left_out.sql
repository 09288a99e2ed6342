alter table publicservice.application add column left_out text[] not null default '{}';
comment on column publicservice.application.left_out is
  'codes of the pages of its form that were not asked for it: one declaration became several dossiers, and only others needed them';
