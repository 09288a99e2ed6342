create table organization.reform (
  id uuid primary key,
  on_day date not null,
  document text not null references organization.document (key),
  declared_at timestamptz not null
);
create index reform_document_idx on organization.reform (document);
create index reform_on_day_idx on organization.reform (on_day);
comment on table organization.reform is
  'changes of units that an administrator declared, each with its day and its paper; retention: kept for ever, as the units';

create table organization.unit_end (
  unit uuid primary key references organization.unit (id),
  on_day date not null,
  was_until date,
  reform uuid not null references organization.reform (id)
);
create index unit_end_reform_idx on organization.unit_end (reform);
comment on table organization.unit_end is
  'ends that were declared here: reference data loaded later do not undo them; retention: kept for ever, as the units';

alter table organization.unit add column reform uuid references organization.reform (id);
create index unit_reform_idx on organization.unit (reform);
alter table organization.unit_name add column reform uuid references organization.reform (id);
create index unit_name_reform_idx on organization.unit_name (reform);
alter table organization.unit_stood add column reform uuid references organization.reform (id);
create index unit_stood_reform_idx on organization.unit_stood (reform);
alter table organization.unit_code add column reform uuid references organization.reform (id);
create index unit_code_reform_idx on organization.unit_code (reform);
alter table organization.succession add column reform uuid references organization.reform (id);
create index succession_reform_idx on organization.succession (reform);
