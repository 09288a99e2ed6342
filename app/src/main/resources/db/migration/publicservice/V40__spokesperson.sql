-- Somebody else than the applicant stands at the desk: for a child, for whoever authorised them, for a business.
alter table publicservice.reception
  add column person_kind text not null default 'person' check (person_kind in ('person', 'business')),
  add column spokesperson uuid,
  add column spokesperson_name text,
  add column spokesperson_as text check (spokesperson_as in ('legal-representative', 'guardian', 'authorised')),
  add column spokesperson_proof text,
  add constraint reception_spokesperson_whole check (
    num_nonnulls(spokesperson, spokesperson_name, spokesperson_as) in (0, 3)
    and (spokesperson is not null or (person_kind = 'person' and spokesperson_proof is null))
    and spokesperson is distinct from person);
create index reception_spokesperson_idx on publicservice.reception (spokesperson) where spokesperson is not null;
create index reception_parcel_idx on publicservice.reception (parcel) where parcel is not null;
comment on column publicservice.reception.person is 'in whose name: a person of the registry, or a business';
comment on column publicservice.reception.spokesperson is 'who stood at the desk for them; null where they came themselves';
comment on column publicservice.reception.spokesperson_proof is
  'the paper that showed the right, as the officer read it; null where the registers have it';

alter table publicservice.application
  add column spokesperson_name text,
  add column spokesperson_as text check (spokesperson_as in ('legal-representative', 'guardian', 'authorised')),
  add constraint application_spokesperson_whole check (
    num_nonnulls(spokesperson_name, spokesperson_as) in (0, 2)
    and (spokesperson_name is null or coalesce(submitted_as = 'by-officer', false)));
comment on column publicservice.application.spokesperson_name is
  'who stood at the desk for the applicant; null where they came themselves or handed it in online';
