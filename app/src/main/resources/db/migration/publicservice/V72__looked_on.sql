-- Look-ups are counted by their day, and so are the papers people were asked for all the same.
alter table publicservice.paper_lookup add column looked_on date;
update publicservice.paper_lookup set looked_on = cast(looked_at at time zone 'Asia/Ho_Chi_Minh' as date);
alter table publicservice.paper_lookup alter column looked_on set not null;
create index paper_lookup_looked_idx on publicservice.paper_lookup (looked_on, unit);
create index paper_lookup_asked_idx on publicservice.paper_lookup (asked_on, unit) where asked_on is not null;
