-- Who sells: people (with or without a seat), teams, reporting lines with effective dates; sign-in.
create schema people;
create extension if not exists btree_gist;

create table people.person (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  email text,
  title text,
  started_on date,
  left_on date,
  removed_at timestamptz,
  custom jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index person_by_email on people.person (workspace_id, lower(email));
create index person_by_name on people.person (workspace_id, lower(name));

create table people.team (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  kind text not null default 'team' check (kind in ('team', 'region')),
  parent_id uuid,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_id) references people.team (workspace_id, id),
  check (parent_id <> id)
);

-- starts_on null: since before our records; ends_on is the first day it no longer holds, null: until further notice.
create table people.team_membership (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  person_id uuid not null,
  team_id uuid not null,
  starts_on date,
  ends_on date,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id),
  foreign key (workspace_id, team_id) references people.team (workspace_id, id),
  check (ends_on > starts_on),
  constraint one_team_at_a_time exclude using gist
    (workspace_id with =, person_id with =, daterange(starts_on, ends_on) with &&)
);

create table people.reporting_line (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  person_id uuid not null,
  manager_id uuid not null,
  starts_on date,
  ends_on date,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id),
  foreign key (workspace_id, manager_id) references people.person (workspace_id, id),
  check (ends_on > starts_on),
  constraint nobody_reports_to_themselves check (person_id <> manager_id),
  constraint one_manager_at_a_time exclude using gist
    (workspace_id with =, person_id with =, daterange(starts_on, ends_on) with &&)
);

select base.keep_history('people.person');
select base.keep_history('people.team');
select base.keep_history('people.team_membership');
select base.keep_history('people.reporting_line');

-- Signing in on this machine: a link that works once, and the sessions it opened. Tokens are kept as SHA-256.
create table people.sign_in_link (
  workspace_id uuid not null references base.workspace,
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, token_hash)
);
create table people.session (
  workspace_id uuid not null references base.workspace,
  token_hash text not null,
  person_id uuid,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);
