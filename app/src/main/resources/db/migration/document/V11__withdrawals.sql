create table document.withdrawn (
    document     uuid        primary key references document.issued (id),
    reason       text        not null,
    replaced_by  uuid        references document.issued (id) check (replaced_by <> document),
    withdrawn_at timestamptz not null,
    withdrawn_by uuid        not null
);
create index withdrawn_replaced_by_idx on document.withdrawn (replaced_by);
comment on table document.withdrawn is
    'Documents that do not count any more, why, and what took their place; whoever checks one is told. retention: as the document';

create view document.pub_withdrawn as
  select w.document, i.file, w.withdrawn_at
  from document.withdrawn w
  join document.issued i on i.id = w.document;
comment on view document.pub_withdrawn is 'Documents that do not count any more, their files, and since when.';

create table document.earlier_file (
    sha256   text        primary key,
    document uuid        not null references document.issued (id),
    until    timestamptz not null
);
create index earlier_file_document_idx on document.earlier_file (document);
comment on table document.earlier_file is
    'Files of documents before they were signed, by their hash, so that whoever still has one is told so. retention: as the document';

create index issued_issuer_idx on document.issued (issuer, id);
