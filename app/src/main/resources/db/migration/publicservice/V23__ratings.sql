-- What applicants thought lately, for the desk that handled their dossiers.

create index rating_rated_idx on publicservice.rating (rated_at);
