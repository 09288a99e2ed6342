-- Where no source says which of two rules an item follows, both are reckoned and the points lie between.
alter table scorecard.item add column other_numerator text;
alter table scorecard.item add column other_denominator text;
alter table scorecard.item add constraint item_other_whole check (
  num_nonnulls(other_numerator, other_denominator) in (0, 2) and (other_numerator is null or numerator is not null));
comment on column scorecard.item.other_numerator is 'by the other rule, where no source says which of two holds; null where there is one rule';
