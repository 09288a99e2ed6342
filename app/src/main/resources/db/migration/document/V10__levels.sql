alter table document.signature add column level text check (level in ('B', 'T', 'LT'));
update document.signature set level = case when stamped then 'T' else 'B' end;
alter table document.signature alter column level set not null;
alter table document.signature drop column stamped;
comment on column document.signature.level is
    'Baseline level of PAdES that the document reached when it was signed; at least that one for what was signed before levels were kept';
