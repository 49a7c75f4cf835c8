-- What we intend, as far as the first measures need it: targets for coverage, costs for cost per sale.
create schema plan;

create table plan.target (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  person_id uuid,
  starts_on date not null,
  ends_on date not null,
  amount_minor bigint not null check (amount_minor >= 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id),
  check (ends_on > starts_on)
);
create table plan.cost (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  category text not null check (category <> ''),
  starts_on date not null,
  ends_on date not null,
  amount_minor bigint not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  removed_at timestamptz,
  primary key (workspace_id, id),
  check (ends_on > starts_on)
);
select base.keep_history('plan.target');
select base.keep_history('plan.cost');
