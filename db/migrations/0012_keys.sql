-- Keys by which programs call: what a key may do, and until when. Its secret is kept as SHA-256 and apart from the
-- record, so that history does not hold it.
create table people.api_key (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  rights text not null check (rights in ('read', 'write')),
  prefix text not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  constraint a_key_ends_within_a_year check (expires_at > made_at and expires_at <= made_at + interval '366 days')
);
select base.keep_history('people.api_key');

create table people.api_key_secret (
  workspace_id uuid not null references base.workspace,
  token_hash text not null,
  key_id uuid not null,
  used_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, key_id) references people.api_key (workspace_id, id)
);
