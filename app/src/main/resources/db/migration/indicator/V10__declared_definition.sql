alter table indicator.definition
  add column of_nothing text not null default 'no-value'
    constraint definition_of_nothing check (of_nothing in ('no-value', 'zero', 'full'));
comment on column indicator.definition.of_nothing is 'what a ratio is where there is nothing to divide by';

create table indicator.declared_definition (
  code text not null,
  version int not null check (version > 1),
  name text not null,
  name_en text not null,
  meaning text not null,
  meaning_en text not null,
  combine text not null check (combine in ('amount', 'ratio', 'index')),
  measure text,
  parts text not null,
  formula text,
  unit text not null,
  digits int not null check (digits between 0 and 6),
  better text not null check (better in ('higher', 'lower', 'neither')),
  changed text not null check (changed in ('definition', 'rule', 'restated')),
  of_nothing text not null check (of_nothing in ('no-value', 'zero', 'full')),
  valid_from date not null,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  declared_at timestamptz not null,
  constraint declared_definition_pk primary key (code, valid_from),
  constraint declared_definition_parts check ((combine = 'index') = (formula is not null) and (combine = 'index') = (measure is null))
);
comment on table indicator.declared_definition is
  'versions of indicators that administrators published beside the shipped ones; one holds from its first day until the next one; '
  'retention: kept for ever, a series must say how each of its numbers was counted';

create table indicator.draft_definition (
  code text not null,
  version int not null check (version > 1),
  name text not null,
  name_en text not null,
  meaning text not null,
  meaning_en text not null,
  combine text not null check (combine in ('amount', 'ratio', 'index')),
  measure text,
  parts text not null,
  formula text,
  unit text not null,
  digits int not null check (digits between 0 and 6),
  better text not null check (better in ('higher', 'lower', 'neither')),
  changed text not null check (changed in ('definition', 'rule', 'restated')),
  of_nothing text not null check (of_nothing in ('no-value', 'zero', 'full')),
  valid_from date not null,
  source text not null,
  confidence text not null check (confidence in ('H', 'M', 'I', 'K')),
  constraint draft_definition_pk primary key (code),
  constraint draft_definition_parts check ((combine = 'index') = (formula is not null) and (combine = 'index') = (measure is null))
);
comment on table indicator.draft_definition is
  'the next version of an indicator, which nobody sees yet but administrators; retention: until it is published or discarded';
