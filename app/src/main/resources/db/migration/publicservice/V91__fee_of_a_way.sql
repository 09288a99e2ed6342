-- What is said at the desk of the fee of one way in; a source says no more than an amount.
alter table publicservice.service_channel add column fee_kind text check (fee_kind in ('amount', 'free', 'unestablished'));
alter table publicservice.service_channel add column fee_for text;
alter table publicservice.service_channel add column fee_for_en text;
alter table publicservice.service_channel add constraint service_channel_fee_kind_fits check (
  case fee_kind when 'amount' then fee_vnd > 0 when 'free' then fee_vnd = 0 when 'unestablished' then fee_vnd is null else true end);
comment on column publicservice.service_channel.fee_kind is 'as said at the desk; null: fee_vnd as a source has it, or the fee of the service';
comment on column publicservice.service_channel.fee_for is 'what the fee is for, in words';
