create schema if not exists publicservice;
grant usage on schema publicservice to haidang_app;
alter default privileges in schema publicservice grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema publicservice grant usage on sequences to haidang_app;

create table publicservice.source_row (
  source_table text not null check (source_table in ('service', 'summary', 'item', 'handling')),
  code text not null,
  ordinal int not null,
  content jsonb not null,
  constraint source_row_pk primary key (source_table, code, ordinal)
);
comment on table publicservice.source_row is
  'what the reference data last said about each service; versions are published from it; retention: replaced by each load';

create table publicservice.publication (
  code text not null,
  unit uuid not null,
  published_on date not null,
  withdrawn_on date check (withdrawn_on > published_on),
  constraint publication_pk primary key (code, published_on),
  constraint publication_one_at_a_time exclude using gist (code with =, daterange(published_on, withdrawn_on) with &&)
);
create index publication_day_idx on publicservice.publication (published_on);
comment on table publicservice.publication is
  'from when until when a service stood in the catalogue of this city; retention: permanent';

create table publicservice.service_version (
  code text not null,
  version int not null check (version > 0),
  validity daterange not null,
  content_hash text not null,
  name text not null,
  short_name text not null,
  name_en text not null,
  field text not null,
  field_en text not null,
  tier text not null check (tier in ('CITY', 'COMMUNE')),
  online_level text not null check (online_level in ('full', 'partial', 'information')),
  duration text,
  time_note text,
  time_note_en text,
  fee_vnd bigint check (fee_vnd >= 0),
  fee_note text,
  fee_note_en text,
  agency text not null,
  result text not null,
  result_en text not null,
  legal_basis text not null,
  audience text[] not null,
  life_event text[] not null,
  keywords text[] not null,
  summary text,
  summary_en text,
  source text not null,
  confidence text not null,
  form text,
  procedure text,
  office_hours text,
  after_supplement text check (after_supplement in ('resume', 'restart')),
  after_supplement_source text,
  document_template text,
  document_kind text,
  constraint service_version_pk primary key (code, version),
  constraint service_version_one_a_day exclude using gist (code with =, validity with &&),
  constraint service_version_handled_whole check (
    num_nonnulls(form, procedure, office_hours, after_supplement, after_supplement_source, document_template,
      document_kind) in (0, 7))
);
create index service_version_validity_idx on publicservice.service_version using gist (validity);
comment on table publicservice.service_version is
  'what the catalogue said about a service and when; an application keeps the one it was handed in under; retention: permanent';
comment on column publicservice.service_version.duration is
  'legal time as worktime writes it; null where our sources do not establish it';
comment on column publicservice.service_version.form is 'form that starts it online; null where it cannot be started here';

create table publicservice.service_item (
  code text not null,
  version int not null,
  ordinal int not null,
  item text not null,
  item_en text not null,
  required boolean not null,
  from_registry boolean not null,
  note text,
  note_en text,
  constraint service_item_pk primary key (code, version, ordinal),
  constraint service_item_version_fk foreign key (code, version)
    references publicservice.service_version (code, version) on delete cascade
);
comment on table publicservice.service_item is 'what an applicant needs; retention: as its service version';

create table publicservice.search_term (
  code text not null,
  version int not null,
  kind text not null check (kind in ('short-name', 'name', 'name-en', 'keyword', 'field', 'summary', 'code')),
  ordinal int not null,
  weight numeric(3, 2) not null,
  folded text not null,
  constraint search_term_pk primary key (code, version, kind, ordinal),
  constraint search_term_version_fk foreign key (code, version)
    references publicservice.service_version (code, version) on delete cascade
);
create index search_term_folded_idx on publicservice.search_term using gin (folded public.gin_trgm_ops);
comment on table publicservice.search_term is
  'words a service is found by, folded, of versions in force or to come; retention: as its service version';

create view publicservice.pub_service as
  select v.code, v.version, v.validity, v.name, v.short_name, v.name_en, v.field, v.field_en, v.tier, v.online_level,
    v.duration, v.fee_vnd, v.result, v.result_en, v.form is not null as starts_here, v.source, v.confidence
  from publicservice.service_version v;
comment on view publicservice.pub_service is
  'one row a version of a published service; validity: the days on which it is what the catalogue says';
