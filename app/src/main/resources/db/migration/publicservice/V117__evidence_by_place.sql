-- The receptions, papers and questions behind a number are shown unit by unit in the order of these, a page at a time.
drop index publicservice.reception_help_idx;
drop index publicservice.reception_receiving_idx;
create index reception_help_idx on publicservice.reception (help_unit, finished_on, application);
create index reception_receiving_idx on publicservice.reception (receiving_unit, finished_on, application);
create index reception_for_others_idx on publicservice.reception (competent_unit, finished_on, application)
  where competent_unit <> receiving_unit;
create index reception_help_post_idx on publicservice.reception (help_unit, finished_on, application) where channel = 'post';
create index reception_receiving_post_idx on publicservice.reception (receiving_unit, finished_on, application)
  where channel = 'post';
create index application_unit_idx on publicservice.application (unit, submitted_on, id)
  where submitted_as is distinct from 'by-officer';
create index asked_unit_idx on publicservice.asked (unit, (cardinality(again) > 0), day, service_code) where known > 0;
