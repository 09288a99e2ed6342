-- Asked once: what was known when a draft began, what was asked all the same, what was corrected, what was used again.
alter table publicservice.preparation add column known text[] not null default '{}';
comment on column publicservice.preparation.known is
  'marks of what the platform knew of the applicant when the draft began, keyed by the draft: they tell whether a typed answer was known, not what it is';

create table publicservice.asked (
  application uuid not null,
  draft uuid not null,
  unit uuid not null,
  day date not null,
  service_code text not null,
  known int not null check (known >= 0),
  corrected int not null check (corrected >= 0),
  again text[] not null,
  constraint asked_pk primary key (application),
  constraint asked_draft_uniq unique (draft),
  check (cardinality(again) + corrected <= known)
);
create index asked_day_idx on publicservice.asked (day, unit);
comment on table publicservice.asked is
  'how many fields of an application the platform could answer, how many of these were corrected, and which it asked all the same; retention: as the application';

create table publicservice.known_paper (
  code text not null,
  name text not null,
  name_en text not null,
  words text[] not null,
  kinds text[] not null,
  attributes text[] not null,
  valid daterange not null,
  source text not null,
  confidence text not null,
  constraint known_paper_pk primary key (code, valid),
  constraint known_paper_once exclude using gist (code with =, valid with &&)
);
comment on table publicservice.known_paper is
  'papers whose data the city holds, and where: kinds of result in a person''s own store, attributes of the registry; retention: reference data, replaced when it is loaded again';

create table publicservice.paper_lookup (
  id uuid not null,
  application uuid not null,
  paper text not null,
  unit uuid not null,
  looked_by uuid not null,
  looked_at timestamptz not null,
  found text not null check (found in ('result', 'attribute', 'nothing')),
  held uuid,
  failure text check (failure in ('nothing', 'unreachable', 'incomplete', 'wrong')),
  reason text,
  asked_on date,
  constraint paper_lookup_pk primary key (id),
  constraint paper_lookup_application_fk foreign key (application) references publicservice.application (id),
  check ((asked_on is null) = (reason is null)),
  check (asked_on is null or failure is not null)
);
create index paper_lookup_application_idx on publicservice.paper_lookup (application, looked_at);
comment on table publicservice.paper_lookup is
  'that somebody looked whether the city holds what a paper says, why that did not do, and why the applicant was asked for it; retention: as the case';

create table publicservice.reused_paper (
  application uuid,
  draft uuid not null,
  field text not null,
  file uuid not null,
  result uuid not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  source text not null,
  sha256 text not null,
  taken_at timestamptz not null,
  constraint reused_paper_pk primary key (draft, field, file)
);
create index reused_paper_application_idx on publicservice.reused_paper (application) where application is not null;
comment on table publicservice.reused_paper is
  'a result from the own store that stands in the place of an upload; retention: as its draft, once handed in as the case';

create table publicservice.correction (
  id uuid not null,
  key uuid not null,
  account uuid not null,
  party uuid not null,
  person uuid not null,
  application uuid,
  attribute text not null,
  known text not null,
  wanted text not null,
  register text not null,
  as_of date not null,
  reason text,
  unit uuid not null,
  case_id uuid not null,
  asked_at timestamptz not null,
  constraint correction_pk primary key (id),
  constraint correction_key_uniq unique (account, key, attribute),
  constraint correction_case_uniq unique (case_id),
  check (known <> wanted)
);
create index correction_party_idx on publicservice.correction (party, asked_at);
create index correction_person_idx on publicservice.correction (person, asked_at);
comment on table publicservice.correction is
  'what somebody says of themselves is recorded wrongly, and the case it opened at whoever keeps it; retention: as that case';
