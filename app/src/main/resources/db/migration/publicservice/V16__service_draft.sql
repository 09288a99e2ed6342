create table publicservice.service_draft (
  code text not null,
  content jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint service_draft_pk primary key (code)
);
comment on table publicservice.service_draft is
  'a service as it is being written, as typed; retention: deleted when it is published or discarded';
