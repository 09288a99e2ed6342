alter table publicservice.known_paper add column services text[] not null default '{}';
comment on column publicservice.known_paper.services is 'codes of the services whose result is this paper';

-- Whose result a file in somebody's own store is.
create index result_file_idx on publicservice.result (file);
