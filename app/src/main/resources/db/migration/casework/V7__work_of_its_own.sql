-- Work that officials begin themselves is called by the day and a number.
create sequence casework.own_case_number;
