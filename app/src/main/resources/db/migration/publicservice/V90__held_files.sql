-- Whether anything refers to a file is asked before it is deleted. A result's file has an index already.
create index application_file_file_idx on publicservice.application_file (file);
create index paper_file_idx on publicservice.paper (file);
create index register_file_idx on publicservice.register (file);
create index component_file_idx on publicservice.component (file) where file is not null;
create index reused_paper_file_idx on publicservice.reused_paper (file);
