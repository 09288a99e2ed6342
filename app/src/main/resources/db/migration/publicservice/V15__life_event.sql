create table publicservice.life_event (
  code text not null,
  ordinal int not null,
  kind text not null check (kind in ('law', 'offer')),
  form text not null,
  name text not null,
  name_en text not null,
  summary text not null,
  summary_en text not null,
  legal_basis text,
  source text not null,
  confidence text not null,
  constraint life_event_pk primary key (code),
  constraint life_event_law_says_where check (kind = 'offer' or legal_basis is not null)
);
comment on table publicservice.life_event is
  'what happens in a life and needs several services; kind law: a bundle the law defines, offer: put together by us; '
  'retention: reference data, replaced when loaded anew';

create table publicservice.life_event_part (
  event text not null,
  ordinal int not null check (ordinal > 0),
  service text not null,
  name text not null,
  name_en text not null,
  agency text not null,
  agency_en text not null,
  handling text not null check (handling in ('ours', 'theirs', 'by-hand')),
  note text,
  note_en text,
  constraint life_event_part_pk primary key (event, ordinal)
);
comment on table publicservice.life_event_part is
  'the services of a life event in order; retention: reference data, replaced when loaded anew';

create table publicservice.shadow (
  id uuid not null,
  service_code text not null,
  service_version int,
  system text not null,
  reference text,
  unit uuid,
  party uuid,
  handler text,
  status int check (status between 1 and 10),
  received_at timestamptz,
  reported_at timestamptz,
  begun_at timestamptz not null,
  constraint shadow_pk primary key (id),
  constraint shadow_reference_uniq unique (system, reference)
);
create index shadow_party_idx on publicservice.shadow (party, begun_at);
comment on table publicservice.shadow is
  'a dossier whose status another system owns: its code and what that system reported last; no clock; retention: as an application';
comment on column publicservice.shadow.status is 'one of the ten states of the national portal; null until one is reported';
comment on column publicservice.shadow.received_at is 'the first time it was reported as received; passing it on never changes it';

create table publicservice.shadow_report (
  shadow uuid not null,
  reported_at timestamptz not null,
  status int not null check (status between 1 and 10),
  handler text not null,
  constraint shadow_report_pk primary key (shadow, reported_at, status, handler),
  constraint shadow_report_shadow_fk foreign key (shadow) references publicservice.shadow (id)
);
comment on table publicservice.shadow_report is 'what the owner of a status reported and when; retention: as its shadow';

create table publicservice.bundle_preparation (
  draft uuid not null,
  ordinal int not null,
  event text not null,
  service_code text not null,
  unit uuid not null,
  constraint bundle_preparation_pk primary key (draft, ordinal)
);
comment on table publicservice.bundle_preparation is
  'which dossiers a draft will become; retention: deleted in the night after its draft was';

create table publicservice.bundle (
  id uuid not null,
  event text not null,
  kind text not null check (kind in ('law', 'offer')),
  name text not null,
  name_en text not null,
  legal_basis text,
  draft uuid not null,
  account uuid not null,
  party uuid not null,
  submission_key uuid not null,
  submitted_at timestamptz not null,
  constraint bundle_pk primary key (id),
  constraint bundle_draft_uniq unique (draft),
  constraint bundle_key_uniq unique (account, submission_key)
);
create index bundle_party_idx on publicservice.bundle (party, submitted_at);
comment on table publicservice.bundle is
  'one declaration that became several dossiers; retention: as the last of its applications';

create table publicservice.bundle_part (
  bundle uuid not null,
  ordinal int not null,
  service_code text not null,
  name text not null,
  name_en text not null,
  agency text not null,
  agency_en text not null,
  application uuid,
  shadow uuid,
  expected jsonb,
  constraint bundle_part_pk primary key (bundle, ordinal),
  constraint bundle_part_one_dossier check (num_nonnulls(application, shadow) = 1),
  constraint bundle_part_bundle_fk foreign key (bundle) references publicservice.bundle (id),
  constraint bundle_part_application_fk foreign key (application) references publicservice.application (id),
  constraint bundle_part_shadow_fk foreign key (shadow) references publicservice.shadow (id)
);
create unique index bundle_part_application_idx on publicservice.bundle_part (application);
create unique index bundle_part_shadow_idx on publicservice.bundle_part (shadow);
comment on table publicservice.bundle_part is
  'the dossiers of a bundle, each with its agency as it was declared then; retention: as the bundle';
comment on column publicservice.bundle_part.expected is
  'when another system should have decided by the legal time of its service, with its derivation; null where not established';

-- One declaration may become several applications, of one service at most one.
alter table publicservice.application drop constraint application_draft_uniq;
alter table publicservice.application drop constraint application_key_uniq;
alter table publicservice.application add constraint application_draft_uniq unique (draft, service_code);
alter table publicservice.application add constraint application_key_uniq unique (account, submission_key, service_code);
