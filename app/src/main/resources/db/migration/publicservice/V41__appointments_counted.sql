-- Appointments become figures from now on; those booked before this release have no facts and stay out of the measure.
alter table publicservice.appointment add column counted boolean not null default false;
alter table publicservice.appointment alter column counted set default true;
comment on column publicservice.appointment.counted is 'whether it has facts; false for what was booked before appointments were counted';
