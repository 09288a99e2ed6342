create index result_document_idx on publicservice.result (document);

create table publicservice.paper (
  application uuid not null,
  form text not null check (form in ('01', '02', '03', '05')),
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
  'forms given out while an application was handled: receipt, supplement requests, refusal, stop notice; retention: as the case';
