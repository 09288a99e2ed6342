alter table indicator.external_value
  add column confidence text not null default 'K' check (confidence in ('H', 'M', 'I', 'K')),
  add column among int check (among > 0),
  alter column value drop not null;
alter table indicator.external_value alter column confidence drop default;
comment on table indicator.external_value is
  'reported and published values, every version; a version without value takes the one before back; '
  'retention: kept for ever, as the documents that published them';
