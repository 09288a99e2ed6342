-- Each dossier of one declaration counts at its own agency: all of them need not have asked what was known.
alter table publicservice.asked drop constraint asked_draft_uniq;
