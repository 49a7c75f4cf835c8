-- Access roles as the company has adjusted them, and those of its own. The ones that come along live in the code
-- (src/base/platform/policy/access-role.ts): a row of the same key stands in place of one.
create table people.access_role (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  key text not null check (key <> ''),
  name text not null check (name <> ''),
  summary text not null,
  rights text[] not null,
  reach text not null check (reach in ('company', 'line', 'team', 'own')),
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create unique index access_role_by_key on people.access_role (workspace_id, key) where removed_at is null;
select base.keep_history('people.access_role');
