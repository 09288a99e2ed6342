create table plan.declared_document (
  key text primary key check (key ~ '^[a-z0-9-]+$'),
  number text,
  issued_on date,
  title text not null,
  title_en text not null,
  issuer text not null,
  note text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  declared_at timestamptz not null
);
comment on table plan.declared_document is
  'documents that administrators declared beside the shipped ones; retention: kept for ever, they are the history of the plan';

create table plan.declared_target (
  document text not null,
  indicator text not null,
  tier text not null check (tier in ('AREA', 'CITY', 'DISTRICT', 'COMMUNE')),
  year integer not null check (year between 2000 and 2100),
  operator text not null check (operator in ('>=', '>', '<=', '=', 'yes')),
  value numeric(14, 4) check ((value is null) = (operator = 'yes')),
  unit text not null,
  universe integer check (universe > 0),
  not_comparable text,
  not_comparable_en text,
  note text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  withdrawn boolean not null,
  declared_at timestamptz not null,
  primary key (document, indicator, tier, year),
  check ((not_comparable is null) = (not_comparable_en is null))
);
create index declared_target_indicator_idx on plan.declared_target (indicator);
comment on table plan.declared_target is
  'targets as administrators declared them, before the shipped ones; a withdrawn one hides the shipped one; '
  'retention: kept for ever, as the documents';

create table plan.draft_target (
  document text not null,
  indicator text not null,
  tier text not null check (tier in ('AREA', 'CITY', 'DISTRICT', 'COMMUNE')),
  year integer not null check (year between 2000 and 2100),
  operator text not null check (operator in ('>=', '>', '<=', '=', 'yes')),
  value numeric(14, 4) check ((value is null) = (operator = 'yes')),
  unit text not null,
  universe integer check (universe > 0),
  not_comparable text,
  not_comparable_en text,
  note text,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  edit text not null check (edit in ('SET', 'WITHDRAW', 'RESTORE')),
  primary key (document, indicator, tier, year),
  check ((not_comparable is null) = (not_comparable_en is null))
);
comment on table plan.draft_target is
  'changes of targets that nobody sees yet but administrators; retention: until they are published or discarded';
