-- The cases behind a number are shown unit by unit in the order of these, a page at a time, from wherever the reader has got to.
create index case_file_received_idx on casework.case_file (competent_unit, received_at, id);
create index case_file_open_received_idx on casework.case_file (competent_unit, received_at, id) where closed_on is null;
create index case_file_closed_idx on casework.case_file (competent_unit, closed_on, id) include (received_at) where closed_on is not null;
create index case_file_closed_before_idx on casework.case_file (competent_unit, received_at, id)
  where closed_on < cast(received_at at time zone 'Asia/Ho_Chi_Minh' as date);

-- Those that a unit sees although another one decides.
create index case_file_of_others_idx on casework.case_file (receiving_unit) where receiving_unit <> competent_unit;
create index case_file_accompanied_idx on casework.case_file (id) where accompanied;
