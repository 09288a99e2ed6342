create table document.seal (
    id       uuid        primary key,
    unit     uuid        not null,
    png      bytea       not null check (length(png) <= 307200),
    width    int         not null check (width between 20 and 60),
    source   text        not null,
    set_at   timestamptz not null,
    set_by   uuid        not null,
    ended_at timestamptz,
    ended_by uuid,
    check ((ended_at is null) = (ended_by is null))
);
create unique index seal_unit_idx on document.seal (unit) where ended_at is null;
comment on table document.seal is
    'Pictures of the seals of organisations, with their width in millimetres, as an administrator gave them; shown with signatures by keys that are no trial. retention: permanent, they explain what documents look like';
