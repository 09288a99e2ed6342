create table document.signing_key (
    id           uuid        primary key,
    holder_kind  text        not null check (holder_kind in ('authority', 'person', 'unit')),
    holder       uuid        not null,
    name         text        not null,
    certificate  bytea       not null,
    sealed_key   bytea       not null,
    made_at      timestamptz not null,
    valid_until  timestamptz not null,
    ended_at     timestamptz
);
create unique index signing_key_holder_idx on document.signing_key (holder_kind, holder) where ended_at is null;
comment on table document.signing_key is
    'Keys of the program''s own trial authority and of whom it certified; private keys are sealed with a secret that is not in the database. retention: permanent, the certificates are named by signed documents';

alter table document.issued add column check_code text unique;
alter table document.issued add column sha256 text;
create index issued_sha256_idx on document.issued (sha256);

create table document.signature (
    document   uuid        not null references document.issued (id),
    kind       text        not null check (kind in ('leader', 'organisation')),
    holder     uuid        not null,
    name       text        not null,
    serial     text        not null,
    trial      boolean     not null,
    stamped    boolean     not null,
    signed_at  timestamptz not null,
    primary key (document, kind)
);
comment on table document.signature is 'Who signed which document, with which certificate. retention: as the document';

create table document.waiting (
    document uuid        primary key references document.issued (id),
    issuer   uuid        not null,
    fields   text        not null,
    since    timestamptz not null
);
create index waiting_issuer_idx on document.waiting (issuer, document);
comment on table document.waiting is
    'Documents that nobody who may sign has signed yet, with what their text says; the signature ends the row. retention: until signed';
