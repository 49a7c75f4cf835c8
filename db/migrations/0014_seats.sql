-- Seats: by which people sign in, each with an access role. What proves that somebody is who they say lies apart from the
-- record, so that history does not hold it: a password and recovery codes as hashes, the secret of a second factor sealed
-- with a key that is not in the database.
create table people.seat (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  person_id uuid not null,
  email text not null check (email <> ''),
  access_role text not null check (access_role <> ''),
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);
create unique index one_open_seat_a_person on people.seat (workspace_id, person_id) where ended_at is null;
create unique index one_open_seat_an_address on people.seat (workspace_id, email) where ended_at is null;
select base.keep_history('people.seat');

create table people.seat_secret (
  workspace_id uuid not null references base.workspace,
  seat_id uuid not null,
  password_hash text,
  password_set_at timestamptz,
  factor_sealed text,
  factor_last_step integer,
  offered_factor_sealed text,
  factor_offered_at timestamptz,
  primary key (workspace_id, seat_id),
  foreign key (workspace_id, seat_id) references people.seat (workspace_id, id)
);

create table people.recovery_code (
  workspace_id uuid not null references base.workspace,
  code_hash text not null,
  seat_id uuid not null,
  used_at timestamptz,
  primary key (workspace_id, code_hash),
  foreign key (workspace_id, seat_id) references people.seat (workspace_id, id)
);

-- spent_at: it was used, or another took its place.
create table people.invitation (
  workspace_id uuid not null references base.workspace,
  token_hash text not null,
  seat_id uuid not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, seat_id) references people.seat (workspace_id, id)
);

-- Whose session and key it is; null: of the owner who came in by the link on the machine.
alter table people.session add column seat_id uuid;
alter table people.session add column network text;
alter table people.session add foreign key (workspace_id, seat_id) references people.seat (workspace_id, id);
alter table people.api_key add column seat_id uuid;
alter table people.api_key add foreign key (workspace_id, seat_id) references people.seat (workspace_id, id);
