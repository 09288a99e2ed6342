-- What people say of how they were served: complaints and suggestions, what was answered and what of it is public.

create table publicservice.feedback_term (
  term text not null check (term in ('refuse', 'ask', 'resolve', 'publish')),
  validity daterange not null check (not isempty(validity)),
  duration text not null,
  source text not null,
  confidence text not null,
  constraint feedback_term_pk primary key (term, validity),
  constraint feedback_term_one_a_day exclude using gist (term with =, validity with &&)
);
comment on table publicservice.feedback_term is
  'how long each act on a complaint or suggestion may take, as worktime writes durations; retention: kept as long as the catalogue';

create table publicservice.feedback (
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('complaint', 'suggestion')),
  about text not null check (about in ('dossier', 'unit', 'official', 'service')),
  dossier_code text,
  service_code text,
  unit uuid not null,
  official text,
  account uuid,
  party uuid,
  entered_by uuid not null,
  submission_key uuid not null,
  sender_name text not null,
  phone text,
  words text not null,
  may_publish boolean not null,
  case_id uuid not null,
  sent_at timestamptz not null,
  sent_on date not null,
  refuse_by timestamptz not null,
  ask_by timestamptz not null,
  publish_by timestamptz,
  ended_on date,
  on_time boolean,
  constraint feedback_pk primary key (id),
  constraint feedback_code_uniq unique (code),
  constraint feedback_case_uniq unique (case_id),
  constraint feedback_key_uniq unique (entered_by, submission_key),
  constraint feedback_sender_whole check ((account is null) = (party is null)),
  constraint feedback_sender_reachable check (account is not null or phone is not null),
  constraint feedback_about_whole check (
    (about = 'dossier') = (dossier_code is not null)
    and (about = 'official') = (official is not null)
    and (about <> 'service' or service_code is not null)),
  constraint feedback_ended_whole check ((ended_on is null) = (on_time is null))
);
create index feedback_party_idx on publicservice.feedback (party, sent_at) where party is not null;
create index feedback_unit_idx on publicservice.feedback (unit, sent_at);
create index feedback_ended_idx on publicservice.feedback (ended_on, unit) where ended_on is not null;
comment on table publicservice.feedback is
  'a complaint or suggestion as it was made, by somebody signed in or with name and phone at the counter; retention: as the case it opened';
comment on column publicservice.feedback.unit is 'the unit it is about, from its end on the one that ended it';
comment on column publicservice.feedback.refuse_by is 'first moment too late to refuse it without having asked for more';
comment on column publicservice.feedback.ask_by is 'first moment too late to ask its sender for more';
comment on column publicservice.feedback.publish_by is 'first moment too late to decide on publishing the answer, null while there is none';

create table publicservice.feedback_more (
  feedback uuid not null,
  round int not null check (round > 0),
  submission_key uuid not null,
  words text not null,
  given_at timestamptz not null,
  constraint feedback_more_pk primary key (feedback, round),
  constraint feedback_more_key_uniq unique (feedback, submission_key),
  constraint feedback_more_feedback_fk foreign key (feedback) references publicservice.feedback (id)
);
comment on table publicservice.feedback_more is 'what a sender added when asked; retention: as the case';

create table publicservice.feedback_publication (
  feedback uuid not null,
  question text,
  answer text,
  withheld text,
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint feedback_publication_pk primary key (feedback),
  constraint feedback_publication_feedback_fk foreign key (feedback) references publicservice.feedback (id),
  constraint feedback_publication_whole check (
    (withheld is null and question is not null and answer is not null)
    or (withheld is not null and question is null and answer is null))
);
create index feedback_publication_public_idx on publicservice.feedback_publication (decided_at) where withheld is null;
comment on table publicservice.feedback_publication is
  'the answer as everybody may read it, rewritten without personal data, or why it is not public; retention: as the case';

create table publicservice.feedback_counter (
  day date not null,
  last int not null check (last > 0),
  constraint feedback_counter_pk primary key (day)
);
comment on table publicservice.feedback_counter is 'last number of a complaint or suggestion of a day; retention: one year';
