-- Reassignments: who was moved to another manager or left on a day, with what held before, so that it can be taken back.
create table people.reassignment (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  kind text not null check (kind in ('move', 'leave')),
  starts_on date not null,
  person_id uuid,
  manager_id uuid,
  changes jsonb not null,
  made_at timestamptz not null default base.moment(),
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id),
  foreign key (workspace_id, manager_id) references people.person (workspace_id, id),
  check ((kind = 'leave') = (person_id is not null))
);
create index reassignment_by_moment on people.reassignment (workspace_id, made_at);
select base.keep_history('people.reassignment');
