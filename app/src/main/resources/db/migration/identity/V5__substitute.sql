create table identity.substitute (
  id uuid not null,
  principal uuid not null,
  substitute uuid not null check (substitute <> principal),
  unit uuid not null,
  role text not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  declared_at timestamptz not null,
  declared_by uuid,
  constraint substitute_pk primary key (id),
  constraint substitute_principal_fk foreign key (principal) references identity.account (id),
  constraint substitute_substitute_fk foreign key (substitute) references identity.account (id),
  constraint substitute_role_fk foreign key (role) references identity.role (code),
  constraint substitute_one_at_a_time exclude using gist (principal with =, unit with =, role with =, valid with &&)
);
create index substitute_substitute_idx on identity.substitute (substitute);
create index substitute_principal_idx on identity.substitute (principal);
create index substitute_role_idx on identity.substitute (role);
create index substitute_unit_idx on identity.substitute (unit);
comment on table identity.substitute is
  'who acts in the name of whoever holds a role at a unit, from a day to another; retention: kept for ever, old acts are explained by them';
