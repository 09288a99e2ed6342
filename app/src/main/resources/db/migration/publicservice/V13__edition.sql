-- Whoever keeps the catalogue in memory asks here whether it is still what was read.
create table publicservice.edition (
  only_row boolean primary key default true check (only_row),
  edition uuid not null default gen_random_uuid()
);
comment on table publicservice.edition is
  'a new value whenever services are published or withdrawn, in the same transaction; retention: one row, replaced';
insert into publicservice.edition default values;

-- Terms are searched in memory since then; nothing asks the table by likeness any more.
drop index publicservice.search_term_folded_idx;
