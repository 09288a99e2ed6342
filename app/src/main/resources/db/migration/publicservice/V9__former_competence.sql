create table publicservice.former_competence (
  service text not null,
  tier text not null check (tier in ('CITY', 'DISTRICT', 'COMMUNE')),
  validity daterange not null,
  source text not null,
  confidence text not null,
  constraint former_competence_pk primary key (service, validity),
  constraint former_competence_one_a_day exclude using gist (service with =, validity with &&)
);
comment on table publicservice.former_competence is
  'which tier decided a service before the tier that decides it now; retention: permanent';
