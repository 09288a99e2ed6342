alter table notification.device add column language text not null default 'vi';
alter table notification.device add constraint device_language_spoken check (language in ('vi', 'en'));
