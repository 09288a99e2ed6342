-- What administrators decided a role may do: it comes before what is shipped.

create table identity.declared_grant (
  role text not null,
  action text not null,
  granted boolean not null,
  declared_at timestamptz not null,
  constraint declared_grant_pk primary key (role, action),
  constraint declared_grant_role_fk foreign key (role) references identity.role (code)
);
comment on table identity.declared_grant is
  'what an administrator decided that a role may or may not do; retention: kept while it differs from what is shipped, the journal keeps every decision';

create view identity.pub_grant as
select s.role, s.action
from identity.role_action s
where not exists (select from identity.declared_grant d where d.role = s.role and d.action = s.action)
union all
select d.role, d.action
from identity.declared_grant d
where d.granted;
comment on view identity.pub_grant is
  'which actions a role may do today: as an administrator decided, else as shipped';
