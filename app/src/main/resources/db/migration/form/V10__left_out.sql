alter table form.draft add column left_out text[] not null default '{}';
comment on column form.draft.left_out is
    'codes of the pages of its form that are not asked, because nothing it becomes needs them; what was answered there stays and is not handed over';
