create table document.signing_run (
    id          uuid        primary key,
    account     uuid        not null,
    key         uuid        not null,
    asked_at    timestamptz not null,
    finished_at timestamptz,
    unique (account, key)
);
create index signing_run_open_idx on document.signing_run (asked_at) where finished_at is null;
comment on table document.signing_run is 'Signing of many documents at once. retention: thirty days after it was asked for';

create table document.signing_item (
    run      uuid        not null references document.signing_run (id) on delete cascade,
    ordinal  int         not null,
    document uuid        not null,
    done_at  timestamptz,
    problem  text,
    primary key (run, ordinal),
    unique (run, document)
);
comment on table document.signing_item is 'A document of a run, and what became of it. retention: with its run';
