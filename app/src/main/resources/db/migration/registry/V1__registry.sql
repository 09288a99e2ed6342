create schema if not exists registry;
grant usage on schema registry to haidang_app;
alter default privileges in schema registry grant select, insert, update, delete on tables to haidang_app;
alter default privileges in schema registry grant usage on sequences to haidang_app;

create table registry.person (
    id              uuid        primary key,
    personal_number char(12)    not null unique check (personal_number ~ '^[0-9]{12}$'),
    recorded_at     timestamptz not null
);
comment on table registry.person is
    'A person the city knows, by personal identification number. retention: as the register that owns the person''s records';

create table registry.person_record (
    id          uuid        primary key,
    person      uuid        not null references registry.person (id),
    full_name   text        not null,
    birth_date  date        not null,
    sex         text        not null check (sex in ('female', 'male')),
    phone       text,
    email       text,
    source      text        not null,
    owner       uuid,
    valid       daterange   not null,
    recorded_at timestamptz not null,
    constraint person_record_once exclude using gist (person with =, valid with &&)
);
comment on table registry.person_record is
    'What is known of a person for a time, with the register it comes from. retention: as the register named as source';

create table registry.address (
    id          uuid        primary key,
    person      uuid        not null references registry.person (id),
    unit        uuid        not null,
    street      text,
    source      text        not null,
    valid       daterange   not null,
    recorded_at timestamptz not null,
    constraint address_once exclude using gist (person with =, valid with &&)
);
comment on table registry.address is
    'Where a person lives for a time: the commune and the street. retention: as the register named as source';

create table registry.household (
    id          uuid        primary key,
    unit        uuid        not null,
    source      text        not null,
    recorded_at timestamptz not null
);
comment on table registry.household is 'People who live together. retention: as the register named as source';

create table registry.household_member (
    id        uuid      primary key,
    household uuid      not null references registry.household (id),
    person    uuid      not null references registry.person (id),
    relation  text      not null check (relation in ('head', 'spouse', 'child', 'parent', 'other')),
    valid     daterange not null,
    constraint household_member_once exclude using gist (person with =, valid with &&)
);
create index household_member_household_idx on registry.household_member (household);
comment on table registry.household_member is
    'A person''s place in a household for a time. retention: as the register named as source';

create table registry.account_link (
    account   uuid        primary key,
    person    uuid        not null references registry.person (id),
    linked_at timestamptz not null
);
create unique index account_link_person_idx on registry.account_link (person);
comment on table registry.account_link is 'Which person an account belongs to. retention: as the account';

create table registry.issued_result (
    id          uuid        primary key,
    person      uuid        not null references registry.person (id),
    kind        text        not null,
    number      text        not null,
    issued_on   date        not null,
    file        uuid        not null,
    source      text        not null,
    recorded_at timestamptz not null
);
create index issued_result_person_idx on registry.issued_result (person, issued_on desc);
comment on table registry.issued_result is
    'Results given to a person, kept for them and reused later. retention: permanent, as the civil-status book it copies';
