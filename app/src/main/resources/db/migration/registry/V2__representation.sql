-- Businesses, and who may act for whom.
create table registry.business (
  id uuid primary key,
  registration_number text not null unique check (registration_number ~ '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$'),
  recorded_at timestamptz not null
);
comment on table registry.business is
  'A business the city knows, by the number that is its registration number and its tax code. retention: as the register that owns its records';
comment on column registry.business.registration_number is
  'ten digits, with -001 and so on for a dependent unit; twelve digits where a household business has its owner''s personal number';

create table registry.business_record (
  id uuid primary key,
  business uuid not null references registry.business (id),
  name text not null,
  kind text not null check (kind in ('company', 'private-enterprise', 'cooperative', 'household', 'other')),
  unit uuid,
  street text,
  source text not null,
  owner uuid,
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null,
  constraint business_record_once exclude using gist (business with =, valid with &&)
);
comment on table registry.business_record is
  'What is known of a business for a time, with the register it comes from. retention: as the register named as source';

create table registry.business_representative (
  id uuid primary key,
  business uuid not null references registry.business (id),
  person uuid not null references registry.person (id),
  title text not null,
  source text not null,
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null,
  constraint business_representative_once exclude using gist (business with =, person with =, valid with &&)
);
create index business_representative_person_idx on registry.business_representative (person);
comment on table registry.business_representative is
  'Who represents a business by law for a time; a business may have several (Law on Enterprises 59/2020/QH14, art. 12). retention: as the register named as source';

create table registry.guardianship (
  id uuid primary key,
  child uuid not null references registry.person (id),
  guardian uuid not null references registry.person (id),
  kind text not null check (kind in ('parent', 'guardian')),
  source text not null,
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null,
  check (child <> guardian),
  constraint guardianship_once exclude using gist (child with =, guardian with =, valid with &&)
);
create index guardianship_guardian_idx on registry.guardianship (guardian);
comment on table registry.guardianship is
  'Who represents a child by law, at the longest until the eighteenth birthday (Civil Code 91/2015/QH13, art. 136). retention: as the register named as source';

create table registry.authorisation (
  id uuid primary key,
  key uuid not null,
  principal_kind text not null check (principal_kind in ('person', 'business')),
  principal uuid not null,
  delegate_number char(12) not null check (delegate_number ~ '^[0-9]{12}$'),
  delegate_name text not null,
  service text[] not null,
  term daterange not null check (not isempty(term) and not lower_inf(term) and not upper_inf(term)),
  granted_by uuid not null,
  granted_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  revoked_at timestamptz,
  revoked_by uuid,
  constraint authorisation_key_uniq unique (granted_by, key),
  check ((answered_at is null) = (accepted is null)),
  check ((revoked_at is null) = (revoked_by is null))
);
create index authorisation_principal_idx on registry.authorisation (principal, granted_at desc);
create index authorisation_delegate_idx on registry.authorisation (delegate_number);
comment on table registry.authorisation is
  'Who authorised whom to act for them, for which services and how long (Civil Code, art. 138 and 140). retention: ten years after its term, as proof of what was done under it';
comment on column registry.authorisation.service is 'codes of the services it covers; empty for all';

alter table registry.issued_result alter column person drop not null;
alter table registry.issued_result add column business uuid references registry.business (id);
alter table registry.issued_result add constraint issued_result_of_one check (num_nonnulls(person, business) = 1);
create index issued_result_business_idx on registry.issued_result (business, issued_on desc) where business is not null;

alter table registry.account_link add column told boolean not null default false;
create index account_link_untold_idx on registry.account_link (account) where not told;
comment on column registry.account_link.told is 'whether identity knows the person of the account; links made before it could be told are told at start';
