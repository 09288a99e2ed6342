-- One program writes entries, whole, and their hash and seal prove what is in them: a row that were not so would not verify.
-- The checks were read and compiled again for every act.
alter table journal.entry
  drop constraint entry_check,
  drop constraint entry_check1,
  drop constraint entry_check2,
  drop constraint entry_check3,
  drop constraint entry_behalf_whole,
  drop constraint entry_behalf_of_account;
