-- What law asks of a published procedure beyond what was kept so far, and who owns its way in and its status.
alter table publicservice.source_row drop constraint source_row_source_table_check;
alter table publicservice.source_row add constraint source_row_source_table_check
  check (source_table in ('service', 'summary', 'item', 'handling', 'channel', 'step', 'dossier'));
alter table publicservice.source_row add column desk boolean not null default false;
comment on column publicservice.source_row.desk is 'written at the desk: a load of reference data leaves it alone';

alter table publicservice.service_version add column dossier_sets int check (dossier_sets > 0);
comment on column publicservice.service_version.dossier_sets is
  'how many sets of the dossier are handed in; null where not established';

create table publicservice.service_channel (
  code text not null,
  version int not null,
  channel text not null check (channel in ('online', 'counter', 'post')),
  duration text,
  fee_vnd bigint check (fee_vnd >= 0),
  source text not null,
  confidence text not null,
  constraint service_channel_pk primary key (code, version, channel),
  constraint service_channel_version_fk foreign key (code, version)
    references publicservice.service_version (code, version) on delete cascade
);
comment on table publicservice.service_channel is
  'ways to hand in a service, each with its own time and fee where they differ; retention: as its service version';
comment on column publicservice.service_channel.duration is 'null: the time of the service';

create table publicservice.service_step (
  code text not null,
  version int not null,
  ordinal int not null check (ordinal > 0),
  step text not null,
  step_en text,
  constraint service_step_pk primary key (code, version, ordinal),
  constraint service_step_version_fk foreign key (code, version)
    references publicservice.service_version (code, version) on delete cascade
);
comment on table publicservice.service_step is
  'what happens one after the other, as its reader is told; retention: as its service version';

create table publicservice.front_door (
  service text not null,
  validity daterange not null,
  door text not null check (door in ('own', 'national', 'ministry')),
  status_owner text not null check (status_owner in ('us', 'ministry')),
  address text,
  source text not null,
  confidence text not null,
  constraint front_door_pk primary key (service, validity),
  constraint front_door_one_a_day exclude using gist (service with =, validity with &&)
);
comment on table publicservice.front_door is
  'where a service is handed in and who owns the status of its dossiers, by period; none stands for own and us; '
  'retention: reference data, replaced when loaded anew';

create table publicservice.former_level (
  service text not null,
  validity daterange not null,
  level int not null check (level between 1 and 4),
  source text not null,
  confidence text not null,
  constraint former_level_pk primary key (service, validity),
  constraint former_level_one_a_day exclude using gist (service with =, validity with &&)
);
comment on table publicservice.former_level is
  'the level of a service by the four levels of 2017, for history only; never turned into today''s two; retention: permanent';

create table publicservice.offering (
  service text not null,
  unit text not null,
  validity daterange not null,
  source text not null,
  confidence text not null,
  constraint offering_pk primary key (service, unit, validity),
  constraint offering_one_a_day exclude using gist (service with =, unit with =, validity with &&)
);
comment on table publicservice.offering is
  'the units, by their key, that offer a service where not every unit of its tier does; '
  'retention: reference data, replaced when loaded anew';

create table publicservice.synonym (
  words text not null,
  means text not null,
  constraint synonym_pk primary key (words, means)
);
comment on table publicservice.synonym is
  'everyday words and the words of the catalogue they stand for, folded; retention: reference data, replaced when loaded anew';

create table publicservice.dossier_pattern (
  validity daterange not null,
  pattern text not null,
  source text not null,
  confidence text not null,
  constraint dossier_pattern_pk primary key (validity),
  constraint dossier_pattern_one_a_day exclude using gist (validity with &&)
);
comment on table publicservice.dossier_pattern is
  'how dossier codes are written, by the day of reception; retention: reference data, replaced when loaded anew';
