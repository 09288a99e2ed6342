-- Who keeps what is known of a person, and how it is put right.
create table registry.keeper (
  attribute text not null,
  way text not null check (way in ('case', 'own', 'none')),
  note text not null,
  note_en text not null,
  source text not null,
  confidence text not null,
  constraint keeper_pk primary key (attribute)
);
comment on table registry.keeper is
  'how each attribute is put right: by a case at whoever keeps it, by the person''s own word, or not here; retention: reference data, replaced when it is loaded again';
