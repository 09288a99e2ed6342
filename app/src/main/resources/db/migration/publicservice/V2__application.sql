create table publicservice.preparation (
  draft uuid not null,
  account uuid not null,
  service_code text not null,
  service_version int not null,
  unit uuid not null,
  begun_at timestamptz not null,
  constraint preparation_pk primary key (draft),
  constraint preparation_version_fk foreign key (service_code, service_version)
    references publicservice.service_version (code, version)
);
create index preparation_version_idx on publicservice.preparation (service_code, service_version);
create index preparation_account_idx on publicservice.preparation (account, begun_at);
comment on table publicservice.preparation is
  'which service and which receiving unit a draft is for; retention: deleted with its draft, at the latest ninety days after it began';

create table publicservice.application (
  id uuid not null,
  draft uuid not null,
  account uuid not null,
  submission_key uuid not null,
  service_code text not null,
  service_version int not null,
  unit uuid not null,
  case_id uuid not null,
  dossier_code text not null,
  applicant_name text not null,
  form text not null,
  form_version int not null,
  answers jsonb not null,
  device text not null check (device in ('phone', 'desktop', 'other')),
  secret text not null,
  promise jsonb not null,
  submitted_at timestamptz not null,
  submitted_on date not null,
  constraint application_pk primary key (id),
  constraint application_draft_uniq unique (draft),
  constraint application_key_uniq unique (account, submission_key),
  constraint application_case_uniq unique (case_id),
  constraint application_dossier_uniq unique (dossier_code),
  constraint application_version_fk foreign key (service_code, service_version)
    references publicservice.service_version (code, version)
);
create index application_account_idx on publicservice.application (account, submitted_at);
create index application_version_idx on publicservice.application (service_code, service_version);
create index application_day_idx on publicservice.application (submitted_on, unit);
comment on table publicservice.application is
  'what an applicant handed in, unchanged; retention: as the case it opened';
comment on column publicservice.application.promise is 'the day promised at submission with its derivation, as the receipt shows it';
comment on column publicservice.application.secret is 'shown on the receipt; together with the dossier code it opens the status, nothing else';

create table publicservice.application_file (
  application uuid not null,
  round int not null check (round >= 0),
  field text not null,
  ordinal int not null,
  file uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  added_at timestamptz not null,
  constraint application_file_pk primary key (application, round, field, ordinal),
  constraint application_file_uniq unique (application, file),
  constraint application_file_application_fk foreign key (application) references publicservice.application (id)
);
comment on table publicservice.application_file is
  'files of an application: round 0 came with it, the others with each supplement; retention: as the case';

create table publicservice.supplement (
  application uuid not null,
  round int not null check (round > 0),
  submission_key uuid not null,
  note text not null,
  answered_at timestamptz not null,
  constraint supplement_pk primary key (application, round),
  constraint supplement_key_uniq unique (application, submission_key),
  constraint supplement_application_fk foreign key (application) references publicservice.application (id)
);
comment on table publicservice.supplement is 'what the applicant added when asked; retention: as the case';

create table publicservice.result (
  application uuid not null,
  document uuid not null,
  number text not null,
  file uuid not null,
  issued_on date not null,
  constraint result_pk primary key (application),
  constraint result_application_fk foreign key (application) references publicservice.application (id)
);
comment on table publicservice.result is 'the document an application ended with; retention: as the case';

create table publicservice.rating (
  application uuid not null,
  stars int not null check (stars between 1 and 5),
  comment text,
  rated_at timestamptz not null,
  constraint rating_pk primary key (application),
  constraint rating_application_fk foreign key (application) references publicservice.application (id)
);
comment on table publicservice.rating is 'what the applicant thought of it, once; retention: as the case';

create table publicservice.told (
  case_id uuid not null,
  what text not null,
  round int not null,
  told_at timestamptz not null,
  constraint told_pk primary key (case_id, what, round)
);
comment on table publicservice.told is
  'that an applicant was told of something, so that it is told once; retention: one year';

create table publicservice.dossier_counter (
  unit uuid not null,
  day date not null,
  last int not null check (last > 0),
  constraint dossier_counter_pk primary key (unit, day)
);
comment on table publicservice.dossier_counter is
  'last dossier number of a unit on a day; retention: one year';
