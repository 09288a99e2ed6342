alter table publicservice.life_event_part add column usual boolean not null default true;
comment on column publicservice.life_event_part.usual is
  'whether it is chosen when a declaration begins; false for what excludes another service of the event or is seldom wanted with them';
