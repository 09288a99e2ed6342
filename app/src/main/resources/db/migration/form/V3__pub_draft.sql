create view form.pub_draft as
select d.id, d.saved_at from form.draft d;
comment on view form.pub_draft is 'drafts that still exist, for modules that keep something about a draft and must let go of it with it';
