-- What becomes of somebody's data when their request to have it deleted is accepted, and what is remembered only because they agreed.
create table publicservice.erasure_rule (
  code text not null,
  treatment text not null check (treatment in ('erase', 'wait', 'keep')),
  of_account boolean not null,
  name text not null,
  name_en text not null,
  basis text not null,
  basis_en text not null,
  valid daterange not null,
  source text not null,
  confidence text not null,
  constraint erasure_rule_pk primary key (code, valid),
  constraint erasure_rule_once exclude using gist (code with =, valid with &&)
);
comment on table publicservice.erasure_rule is
  'what is deleted at once, what when no open case needs it any more, and what stays and on what basis; retention: reference data, replaced when it is loaded again';
comment on column publicservice.erasure_rule.of_account is 'whether it belongs to the account, so that none of it is that of a child it acts for';

create table publicservice.erasure (
  request uuid not null,
  ordinal int not null,
  code text not null,
  state text not null check (state in ('erased', 'waiting', 'kept')),
  amount int not null check (amount >= 0),
  name text not null,
  name_en text not null,
  basis text not null,
  basis_en text not null,
  decided_at timestamptz not null,
  erased_at timestamptz,
  constraint erasure_pk primary key (request, code),
  constraint erasure_request_fk foreign key (request) references publicservice.data_request (id),
  check ((state = 'erased') = (erased_at is not null)),
  check (state <> 'kept' or amount = 0)
);
create index erasure_waiting_idx on publicservice.erasure (decided_at) where state = 'waiting';
comment on table publicservice.erasure is
  'what was deleted for a request, what waits and what stays, with its basis as it was said then and none of the data; retention: as its request';

create table publicservice.kept_answer (
  account uuid not null,
  attribute text not null check (attribute in ('person.phone', 'person.email')),
  value text not null,
  said_on date not null,
  constraint kept_answer_pk primary key (account, attribute)
);
comment on table publicservice.kept_answer is
  'what somebody typed in an application and agreed to have remembered; retention: until the agreement is taken back, with it';

create index data_copy_party_idx on publicservice.data_copy (party, asked_at);
