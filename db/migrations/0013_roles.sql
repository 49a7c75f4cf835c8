-- Roles: the company's own editions of those that come along, and roles of its own.
create table people.role (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  key text not null check (key <> ''),
  name text not null check (name <> ''),
  level text not null,
  sections jsonb not null,
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create unique index role_by_key on people.role (workspace_id, key) where removed_at is null;
select base.keep_history('people.role');
