create index result_document_idx on publicservice.result (document);
