-- Whoever sends a complaint or suggestion is asked for papers too, by the same rule.
alter table publicservice.paper_lookup
  alter column application drop not null,
  add column feedback uuid,
  add constraint paper_lookup_feedback_fk foreign key (feedback) references publicservice.feedback (id),
  add constraint paper_lookup_of_one check (num_nonnulls(application, feedback) = 1);
create index paper_lookup_feedback_idx on publicservice.paper_lookup (feedback, looked_at) where feedback is not null;
comment on column publicservice.paper_lookup.application is 'null where the papers are asked for in a complaint or suggestion';
