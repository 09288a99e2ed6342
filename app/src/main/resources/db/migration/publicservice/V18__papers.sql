create index result_document_idx on publicservice.result (document);

create table publicservice.paper (
  application uuid not null,
  form text not null check (form in ('01', '02', '03', '04', '05', '06')),
  round int not null,
  document uuid not null,
  number text not null,
  file uuid not null,
  issued_on date not null,
  constraint paper_pk primary key (application, form, round),
  constraint paper_application_fk foreign key (application) references publicservice.application (id)
);
create index paper_document_idx on publicservice.paper (document);
comment on table publicservice.paper is
  'forms given out while an application was handled: receipt, supplement requests, refusal, apology, stop notice, control slips; retention: as the case';

create table publicservice.register (
  document uuid not null,
  unit uuid not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  lines int not null,
  number text not null,
  file uuid not null,
  account uuid not null,
  key uuid not null,
  given_at timestamptz not null,
  constraint register_pk primary key (document),
  constraint register_once unique (account, key)
);
create index register_unit_idx on publicservice.register (unit, given_at);
comment on table publicservice.register is
  'registers of dossiers received by a unit, as they were given out on a day; retention: as the documents of the unit';
