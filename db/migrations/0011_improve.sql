-- What makes selling better. First the adviser: an advice that somebody keeps, with the answers that it was given to and
-- what was read from the company's data, so that it can be opened as it was told then.
create schema improve;

create table improve.advice (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  title text not null check (title <> ''),
  answers jsonb not null,
  told jsonb not null,
  saved_at timestamptz not null default base.moment(),
  removed_at timestamptz,
  primary key (workspace_id, id)
);
select base.keep_history('improve.advice');
