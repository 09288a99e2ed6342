-- Dossiers that an officer takes in for somebody, at a desk or from the post.
alter table publicservice.application drop constraint application_submitted_as_check;
alter table publicservice.application add constraint application_submitted_as_check
  check (submitted_as in ('legal-representative', 'guardian', 'authorised', 'by-officer'));

create table publicservice.reception (
  id uuid not null,
  channel text not null check (channel in ('counter', 'post')),
  officer uuid not null,
  officer_name text not null,
  person uuid not null,
  person_name text not null,
  identified_by text not null check (identified_by in ('identity-card', 'electronic-identity', 'passport', 'certified-copy')),
  service_code text not null,
  help_unit uuid not null,
  receiving_unit uuid not null,
  competent_unit uuid,
  arrived_at timestamptz,
  parcel uuid,
  ticket uuid,
  result_by text not null default 'electronic' check (result_by in ('electronic', 'counter', 'post')),
  postal_address text,
  draft uuid,
  application uuid,
  submission_key uuid not null,
  begun_at timestamptz not null,
  begun_on date not null,
  finished_at timestamptz,
  finished_on date,
  constraint reception_pk primary key (id),
  constraint reception_begun_once unique (officer, submission_key),
  constraint reception_application_uniq unique (application),
  constraint reception_application_fk foreign key (application) references publicservice.application (id),
  constraint reception_finished_whole check (
    num_nonnulls(application, finished_at, finished_on) in (0, 3)
    and (application is null or (draft is not null and competent_unit is not null))),
  constraint reception_by_post_arrived check (channel = 'counter' or arrived_at is not null)
);
create index reception_help_idx on publicservice.reception (help_unit, finished_on);
create index reception_receiving_idx on publicservice.reception (receiving_unit, finished_on);
create index reception_officer_idx on publicservice.reception (officer, begun_at);
comment on table publicservice.reception is
  'a dossier an officer takes in for somebody: who helped, where it was received, who decides; '
  'retention: as the case it opened, an unfinished one is deleted in the night after its draft was, without a draft after ninety days';
comment on column publicservice.reception.help_unit is 'where the person was helped; may be another than the one that receives';
comment on column publicservice.reception.receiving_unit is 'whose desk receives it; may be another than the one that decides';
comment on column publicservice.reception.arrived_at is 'when what came by post was at the unit: the clock counts from then';

create table publicservice.component (
  reception uuid not null,
  part text not null check (part ~ '^(item-[0-9]{1,3}|field-.{1,100})$'),
  name text not null,
  name_en text not null,
  original text not null check (original in ('seen', 'kept', 'copy', 'known', 'absent')),
  file uuid,
  file_name text,
  media_type text,
  bytes bigint,
  sha256 text,
  digitised_by uuid,
  digitised_by_name text,
  digitised_at timestamptz,
  noted_at timestamptz not null,
  constraint component_pk primary key (reception, part),
  constraint component_reception_fk foreign key (reception) references publicservice.reception (id) on delete cascade,
  constraint component_digitised_whole check (
    num_nonnulls(file, file_name, media_type, bytes, sha256, digitised_by, digitised_by_name, digitised_at) in (0, 8)),
  constraint component_of_paper check (file is null or original in ('seen', 'kept', 'copy'))
);
comment on table publicservice.component is
  'each paper of a dossier as it came to the desk, with its scan and who made it; retention: as its reception';
comment on column publicservice.component.original is
  'seen: the original was seen and given back; kept: it was kept; copy: a copy was handed in; '
  'known: an agency holds the data already; absent: not handed in';
