alter table form.definition add column published_at timestamptz;
alter table form.definition add column published_by uuid;
alter table form.definition add column published_by_name text;
alter table form.definition add constraint definition_published_whole
    check (num_nonnulls(published_at, published_by, published_by_name) in (0, 3));
comment on column form.definition.published_at is
    'when an administrator published it; null for what came with the program. The newest so published stands before what is shipped';
create index definition_published_idx on form.definition (code, version) where published_at is not null;

create table form.definition_draft (
    code            text        primary key,
    content         text        not null,
    changed_at      timestamptz not null,
    changed_by      uuid        not null,
    changed_by_name text        not null
);
comment on table form.definition_draft is
    'A form as an administrator is writing it, right or wrong. retention: deleted when it is published or thrown away';
