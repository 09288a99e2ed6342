create table document.template (
    code         text        not null,
    version      int         not null check (version > 1000),
    markup       text        not null,
    changed_at   timestamptz not null,
    changed_by   uuid        not null,
    published_at timestamptz,
    published_by uuid,
    primary key (code, version)
);
create unique index template_draft_idx on document.template (code) where published_at is null;
comment on table document.template is
    'Texts of documents that the authority wrote itself, in the place of the shipped ones; at most one draft of each. retention: permanent, documents are made of them; a draft until it is published or thrown away';

create table document.placement (
    id             uuid        primary key,
    leader_width   int         not null check (leader_width between 20 and 100),
    leader_height  int         not null check (leader_height between 8 and 60),
    seal_width     int         not null check (seal_width between 20 and 60),
    covered        int         not null check (covered between 0 and 100),
    source         text        not null,
    set_at         timestamptz not null,
    set_by         uuid        not null
);
comment on table document.placement is
    'Sizes in millimetres and overlap in hundredths of the pictures of signature and seal as an administrator set them; the latest counts. retention: permanent, it explains what documents look like';
