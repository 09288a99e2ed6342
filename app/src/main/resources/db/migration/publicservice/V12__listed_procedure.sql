create table publicservice.replaced_code (
  code text primary key check (code ~ '^[0-9]\.[0-9]{6}$'),
  replaced_by text not null check (replaced_by ~ '^[0-9]\.[0-9]{6}$' and replaced_by <> code),
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K'))
);
comment on table publicservice.replaced_code is
  'codes of procedures that others replaced; retention: reference data, replaced when loaded anew';

create table publicservice.listed_procedure (
  code text primary key check (code ~ '^[0-9]\.[0-9]{6}$'),
  name text not null,
  ministry text not null,
  field text not null,
  levels text,
  agency text,
  time_limit text,
  fee_min_vnd bigint check (fee_min_vnd >= 0),
  fee_max_vnd bigint check (fee_max_vnd >= 0),
  legal_basis text,
  address text,
  as_of text,
  replaced_by text
);
comment on table publicservice.listed_procedure is
  'procedures of the whole country as published lists have them, none of them offered here by that alone; '
  'retention: kept until a newer list says otherwise';
comment on column publicservice.listed_procedure.time_limit is
  'as published; a number without a unit is no time and is never used as one';

create table publicservice.listed_channel (
  code text not null,
  ordinal integer not null check (ordinal > 0),
  channel text not null,
  amount integer,
  unit text,
  fee bigint,
  currency text,
  primary key (code, ordinal)
);
comment on table publicservice.listed_channel is
  'ways to hand in a listed procedure with time and fee as published; retention: as the listed procedure';

create table publicservice.listed_item (
  code text not null,
  ordinal integer not null check (ordinal > 0),
  name text not null,
  originals integer,
  copies integer,
  explains boolean not null generated always as (coalesce(originals, 0) = 0 and coalesce(copies, 0) = 0) stored,
  primary key (code, ordinal)
);
comment on table publicservice.listed_item is
  'what the dossier of a listed procedure lists; an item without original and copy only explains; '
  'retention: as the listed procedure';
