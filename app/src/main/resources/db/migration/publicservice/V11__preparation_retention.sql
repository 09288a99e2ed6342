comment on table publicservice.preparation is
  'which service and which receiving unit a draft is for; retention: deleted in the night after its draft was';
