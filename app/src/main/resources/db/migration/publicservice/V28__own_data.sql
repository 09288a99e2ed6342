-- Rights over one's own data: what was asked for, by when it must be answered, what was agreed to, and copies of everything.
create table publicservice.data_right (
  code text not null,
  acknowledge text not null,
  least text,
  most text not null,
  extension text not null,
  valid daterange not null,
  source text not null,
  confidence text not null,
  constraint data_right_pk primary key (code, valid),
  constraint data_right_once exclude using gist (code with =, valid with &&)
);
comment on table publicservice.data_right is
  'by when a request about personal data is acknowledged and answered, and how far it may be put off once; retention: reference data, replaced when it is loaded again';
comment on column publicservice.data_right.least is 'where the sources give a span and not which of it applies, its lower end';

create table publicservice.data_request (
  id uuid not null,
  key uuid not null,
  account uuid not null,
  party uuid not null,
  right_code text not null,
  words text not null,
  unit uuid not null,
  case_id uuid not null,
  code text not null,
  sent_at timestamptz not null,
  acknowledge_by timestamptz not null,
  answer_from timestamptz,
  answer_by timestamptz not null,
  reasoning jsonb not null,
  extended_at timestamptz,
  extended_by uuid,
  extended_to timestamptz,
  extended_why text,
  constraint data_request_pk primary key (id),
  constraint data_request_key_uniq unique (account, key),
  constraint data_request_case_uniq unique (case_id),
  check (num_nonnulls(extended_at, extended_by, extended_to, extended_why) in (0, 4)),
  check (extended_to > answer_by)
);
create index data_request_party_idx on publicservice.data_request (party, sent_at);
comment on table publicservice.data_request is
  'what somebody asked about their personal data, and by when it is answered; retention: as the case it opened';

create table publicservice.consent_purpose (
  code text not null,
  name text not null,
  name_en text not null,
  note text not null,
  note_en text not null,
  constraint consent_purpose_pk primary key (code)
);
comment on table publicservice.consent_purpose is
  'what is done with personal data only where somebody agreed to it; retention: reference data, replaced when it is loaded again';

create table publicservice.consent (
  id uuid not null,
  account uuid not null,
  purpose text not null,
  words text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_pk primary key (id),
  check (withdrawn_at >= given_at)
);
create unique index consent_standing_uniq on publicservice.consent (account, purpose) where withdrawn_at is null;
comment on table publicservice.consent is
  'what somebody agreed to, in the words shown to them then, and when they took it back; retention: five years after it was taken back, as proof';

create table publicservice.data_copy (
  id uuid not null,
  key uuid not null,
  account uuid not null,
  party uuid not null,
  asked_at timestamptz not null,
  touched_at timestamptz not null,
  total int not null check (total >= 0),
  done int not null check (done >= 0),
  bytes bigint not null check (bytes >= 0),
  sha256 text,
  finished_at timestamptz,
  failed boolean not null default false,
  constraint data_copy_pk primary key (id),
  constraint data_copy_key_uniq unique (account, key)
);
create index data_copy_account_idx on publicservice.data_copy (account, asked_at);
comment on table publicservice.data_copy is
  'copies of everything the platform holds of somebody, made on their demand; retention: three days';

create table publicservice.data_copy_part (
  copy uuid not null,
  number int not null,
  content bytea not null,
  constraint data_copy_part_pk primary key (copy, number),
  constraint data_copy_part_copy_fk foreign key (copy) references publicservice.data_copy (id) on delete cascade
);
comment on table publicservice.data_copy_part is 'the bytes of a copy, in order; retention: as the copy';
