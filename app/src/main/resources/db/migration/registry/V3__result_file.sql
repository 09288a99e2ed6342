create index issued_result_file_idx on registry.issued_result (file);
