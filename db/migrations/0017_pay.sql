-- What a role is paid: the company's own bands, stated adjustments of bands, and what people are paid from a day on.
create schema pay;

-- Amounts are a year's, in minor units. A band without a high is open above; one with a high may be as well ("and more").
create table pay.band (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  role_key text,
  role_name text not null check (role_name <> ''),
  level text not null default '',
  location text not null default '',
  kind text not null check (kind in ('base', 'target-bonus', 'total', 'fee')),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  low_minor bigint check (low_minor >= 0),
  mid_minor bigint check (mid_minor >= 0),
  high_minor bigint check (high_minor >= 0),
  open_above boolean not null,
  source text not null check (source <> ''),
  year smallint not null check (year between 1990 and 2200),
  removed_at timestamptz,
  primary key (workspace_id, id),
  constraint a_band_has_a_figure check (num_nonnulls(low_minor, mid_minor, high_minor) > 0),
  constraint a_band_rises check (low_minor <= mid_minor and mid_minor <= high_minor and low_minor <= high_minor),
  constraint a_band_without_a_high_is_open check (high_minor is not null or open_above)
);
select base.keep_history('pay.band');

-- A band is one of the company's own (its id) or one that comes along (its word), so there is no foreign key.
create table pay.factor (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  band text not null check (band <> ''),
  position smallint not null,
  kind text not null check (kind in ('size', 'stage', 'experience', 'location')),
  factor numeric(6, 4) not null check (factor >= 0.1 and factor <= 10),
  reason text not null check (reason <> ''),
  source text not null check (source <> ''),
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create index factor_of_band on pay.factor (workspace_id, band) where removed_at is null;
select base.keep_history('pay.factor');

-- Each record holds until the next one of the same person begins, so that no two hold on one day.
create table pay.person_pay (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  person_id uuid not null,
  starts_on date not null,
  role_key text,
  role_name text not null check (role_name <> ''),
  level text not null default '',
  location text not null default '',
  base_minor bigint not null check (base_minor >= 0),
  bonus_minor bigint not null check (bonus_minor >= 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);
create unique index one_pay_begins_on_a_day on pay.person_pay (workspace_id, person_id, starts_on) where removed_at is null;
select base.keep_history('pay.person_pay');
