alter table publicservice.life_event_part add column pages text[] not null default '{}';
comment on column publicservice.life_event_part.pages is
  'pages of the one form that are asked for this service and for no other that does not name them; the others do not get what is answered there';
