-- A rating counts at the unit that decided, on the day it was given first; changing it changes what is counted, not how often.
alter table publicservice.rating add column unit uuid, add column rated_on date;
update publicservice.rating r
set unit = a.unit, rated_on = cast(r.rated_at at time zone 'Asia/Ho_Chi_Minh' as date)
from publicservice.application a
where a.id = r.application;
alter table publicservice.rating alter column unit set not null, alter column rated_on set not null;
create index rating_counted_idx on publicservice.rating (rated_on, unit);
comment on table publicservice.rating is 'what the applicant thought of it, their last word; retention: as the case';
comment on column publicservice.rating.rated_at is 'when it was said last';
comment on column publicservice.rating.rated_on is 'the day it was said first, on which it counts';
