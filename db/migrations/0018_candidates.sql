-- Candidates for a role: score sheets with evidence, decisions, and how long what is personal is kept.
-- What is personal stands in two tables apart that keep no history (people.candidate_words, people.score): once it is
-- removed, it is in no table any more.
create table people.candidate (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  role_key text not null check (role_key <> ''),
  role_name text not null check (role_name <> ''),
  requirements jsonb not null,
  added_on date not null,
  closed_at timestamptz,
  keep_until date,
  purged_at timestamptz,
  purged_by text,
  purged_sheets integer,
  purged_scores integer,
  primary key (workspace_id, id),
  constraint a_stub_has_its_counts check (num_nonnulls(purged_at, purged_by, purged_sheets, purged_scores) in (0, 4))
);
create index candidate_by_role on people.candidate (workspace_id, role_key);
select base.keep_history('people.candidate');

-- Everything that is said of a candidate in words, by what it is about: name, email, notes, decision:<id>.
create table people.candidate_words (
  workspace_id uuid not null references base.workspace,
  candidate_id uuid not null,
  about text not null,
  words text not null,
  primary key (workspace_id, candidate_id, about),
  foreign key (workspace_id, candidate_id) references people.candidate (workspace_id, id)
);

-- Who scores: a person, or the owner's seat while it belongs to nobody. A sheet that was not handed in is a private draft.
create table people.score_sheet (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  candidate_id uuid not null,
  seat text not null check (seat <> ''),
  interviewer_id uuid,
  interviewer text not null,
  handed_in_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, candidate_id) references people.candidate (workspace_id, id),
  foreign key (workspace_id, interviewer_id) references people.person (workspace_id, id),
  constraint one_sheet_a_seat unique (workspace_id, candidate_id, seat)
);
select base.keep_history('people.score_sheet');

create table people.score (
  workspace_id uuid not null references base.workspace,
  sheet_id uuid not null,
  requirement text not null,
  level smallint check (level between 0 and 3),
  evidence text not null,
  primary key (workspace_id, sheet_id, requirement),
  foreign key (workspace_id, sheet_id) references people.score_sheet (workspace_id, id)
);

-- Who decided what, and when; why is in people.candidate_words.
create table people.candidate_decision (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  candidate_id uuid not null,
  outcome text not null check (outcome in ('offer', 'decline', 'withdrawn')),
  decided_by_id uuid,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, candidate_id) references people.candidate (workspace_id, id),
  foreign key (workspace_id, decided_by_id) references people.person (workspace_id, id)
);
create index decision_of_candidate on people.candidate_decision (workspace_id, candidate_id);
select base.keep_history('people.candidate_decision');
