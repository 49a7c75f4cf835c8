-- What somebody has been seen to do on a career ladder: a competence, the level that it shows, and the evidence. Ladders
-- come along with the program; a ladder, a competence and a level are known by their words.
create table people.career_record (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  person_id uuid not null,
  ladder text not null check (ladder <> ''),
  competence text not null check (competence <> ''),
  level text not null check (level <> ''),
  evidence text not null check (evidence <> ''),
  seen_on date not null,
  stated_by text not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);
create index career_of_person on people.career_record (workspace_id, person_id) where removed_at is null;
select base.keep_history('people.career_record');
