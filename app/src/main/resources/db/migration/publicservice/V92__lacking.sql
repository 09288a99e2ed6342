-- Which of the seven mandatory parts a version lacks is said when it is published, also where a load of reference data publishes it.
alter table publicservice.service_version add column lacking text[];
comment on column publicservice.service_version.lacking is
  'the mandatory parts it lacked when it was published, by the check every version goes through; null: published before that was kept';
