-- Whether a document is in a file is asked before a file is deleted.
create index issued_file_idx on document.issued (file);

-- What took the place of a document that does not count any more.
create or replace view document.pub_withdrawn as
  select w.document, i.file, w.withdrawn_at, r.number as new_number, r.year as new_year, r.issued_at as new_issued_at
  from document.withdrawn w
  join document.issued i on i.id = w.document
  left join document.issued r on r.id = w.replaced_by;
comment on view document.pub_withdrawn is
  'Documents that do not count any more, their files, since when, and number, year and time of what took their place, null for none.';
