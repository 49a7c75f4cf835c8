-- What is true: accounts, contacts, products, pipelines, opportunities and their versions, activities, custom fields.
create schema crm;

create table crm.custom_field (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  noun text not null check (noun in ('account', 'contact', 'product', 'opportunity', 'activity', 'person')),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  label text not null check (label <> ''),
  type text not null check (type in ('text', 'number', 'date', 'boolean', 'choice')),
  options jsonb not null default '[]',
  removed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, noun, key)
);

create table crm.account (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  parent_id uuid,
  owner_id uuid,
  domain text,
  industry text,
  country text,
  city text,
  employees integer check (employees >= 0),
  annual_revenue_minor bigint,
  currency char(3),
  created_on date,
  removed_at timestamptz,
  custom jsonb not null default '{}',
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_id) references crm.account (workspace_id, id),
  foreign key (workspace_id, owner_id) references people.person (workspace_id, id),
  check (parent_id <> id)
);
create index account_by_name on crm.account (workspace_id, lower(name));

create table crm.contact (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  account_id uuid,
  owner_id uuid,
  email text,
  phone text,
  title text,
  created_on date,
  removed_at timestamptz,
  custom jsonb not null default '{}',
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references crm.account (workspace_id, id),
  foreign key (workspace_id, owner_id) references people.person (workspace_id, id)
);
create index contact_by_account on crm.contact (workspace_id, account_id);
create index contact_by_email on crm.contact (workspace_id, lower(email));

create table crm.product (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  code text,
  family text,
  list_price_minor bigint,
  currency char(3),
  removed_at timestamptz,
  custom jsonb not null default '{}',
  primary key (workspace_id, id),
  check (list_price_minor is null or currency is not null)
);

create table crm.pipeline (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  position smallint not null default 1,
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create table crm.stage (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  pipeline_id uuid not null,
  name text not null check (name <> ''),
  position smallint not null,
  outcome text not null default 'open' check (outcome in ('open', 'won', 'lost')),
  probability numeric(7, 6) check (probability between 0 and 1),
  forecast_category text not null default 'pipeline'
    check (forecast_category in ('omitted', 'pipeline', 'best-case', 'commit', 'closed')),
  removed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, pipeline_id, id),
  foreign key (workspace_id, pipeline_id) references crm.pipeline (workspace_id, id)
);

-- close_on is the expected day while an opportunity is open, and the day it closed once it is won or lost.
create table crm.opportunity (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  name text not null check (name <> ''),
  account_id uuid,
  owner_id uuid,
  pipeline_id uuid not null,
  stage_id uuid,
  stage_entered_at timestamptz,
  status text not null default 'open' check (status in ('open', 'won', 'lost')),
  amount_minor bigint,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  probability numeric(7, 6) check (probability between 0 and 1),
  forecast_category text not null default 'pipeline'
    check (forecast_category in ('omitted', 'pipeline', 'best-case', 'commit', 'closed')),
  created_on date,
  close_on date,
  lead_source text,
  next_step text,
  lost_reason text,
  removed_at timestamptz,
  custom jsonb not null default '{}',
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references crm.account (workspace_id, id),
  foreign key (workspace_id, owner_id) references people.person (workspace_id, id),
  foreign key (workspace_id, pipeline_id) references crm.pipeline (workspace_id, id),
  foreign key (workspace_id, pipeline_id, stage_id) references crm.stage (workspace_id, pipeline_id, id)
);
create index opportunity_by_status on crm.opportunity (workspace_id, status, close_on);
create index opportunity_by_owner on crm.opportunity (workspace_id, owner_id);
create index opportunity_by_account on crm.opportunity (workspace_id, account_id);

create table crm.opportunity_line (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  opportunity_id uuid not null,
  product_id uuid not null,
  position smallint not null default 1,
  quantity numeric(18, 6) not null default 1,
  unit_price_minor bigint,
  amount_minor bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references crm.opportunity (workspace_id, id),
  foreign key (workspace_id, product_id) references crm.product (workspace_id, id)
);
create index opportunity_line_of on crm.opportunity_line (workspace_id, opportunity_id);

create table crm.opportunity_split (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  opportunity_id uuid not null,
  person_id uuid not null,
  share numeric(7, 6) not null check (share > 0 and share <= 1),
  primary key (workspace_id, id),
  unique (workspace_id, opportunity_id, person_id),
  foreign key (workspace_id, opportunity_id) references crm.opportunity (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);

create table crm.activity (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  kind text not null check (kind in ('task', 'call', 'meeting', 'email', 'note')),
  subject text not null check (subject <> ''),
  body text,
  opportunity_id uuid,
  account_id uuid,
  contact_id uuid,
  person_id uuid,
  due_at timestamptz,
  done_at timestamptz,
  removed_at timestamptz,
  custom jsonb not null default '{}',
  primary key (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references crm.opportunity (workspace_id, id),
  foreign key (workspace_id, account_id) references crm.account (workspace_id, id),
  foreign key (workspace_id, contact_id) references crm.contact (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);
create index activity_of_opportunity on crm.activity (workspace_id, opportunity_id);
create index activity_of_account on crm.activity (workspace_id, account_id);

select base.keep_history(t::regclass) from unnest(array['crm.custom_field', 'crm.account', 'crm.contact', 'crm.product',
  'crm.pipeline', 'crm.stage', 'crm.opportunity', 'crm.opportunity_line', 'crm.opportunity_split', 'crm.activity']) as t;

-- The states of an opportunity, each from `valid_from` until the next one that is still believed. A version that
-- turned out otherwise is superseded, never changed: what we believed on any day can still be told.
create table crm.opportunity_version (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  version_no bigint generated always as identity,
  valid_from timestamptz not null,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  basis text not null default 'recorded' check (basis in ('recorded', 'source', 'inferred')),
  author_id uuid,
  author text not null default base.author(),
  source text not null default base.source(),
  status text not null check (status in ('open', 'won', 'lost', 'removed')),
  pipeline_id uuid not null,
  stage_id uuid,
  stage_entered_at timestamptz,
  amount_minor bigint,
  currency char(3) not null,
  probability numeric(7, 6),
  forecast_category text not null,
  close_on date,
  owner_id uuid,
  account_id uuid,
  primary key (workspace_id, opportunity_id, version_no)
);
create unique index one_believed_version on crm.opportunity_version (workspace_id, opportunity_id, valid_from)
  where superseded_at is null;

-- Intervals without gap or overlap by construction: each version holds until the next begins.
create view crm.opportunity_interval as
  select v.*, lead(valid_from) over (partition by workspace_id, opportunity_id order by valid_from) as valid_to
  from crm.opportunity_version v where superseded_at is null;

create function crm.stamp_stage() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.stage_id is not null and new.stage_entered_at is null then new.stage_entered_at := new.true_since; end if;
  elsif new.stage_id is distinct from old.stage_id and new.stage_entered_at is not distinct from old.stage_entered_at then
    new.stage_entered_at := case when new.stage_id is null then null else new.true_since end;
  end if;
  return new;
end $$;
create trigger b_stage before insert or update on crm.opportunity for each row execute function crm.stamp_stage();
alter table crm.opportunity enable always trigger b_stage;

create function crm.keep_opportunity_version() returns trigger language plpgsql as $$
declare r crm.opportunity; since timestamptz; state text; how text;
begin
  if tg_op = 'DELETE' then r := old; since := base.moment(); else r := new; since := new.true_since; end if;
  state := case when tg_op = 'DELETE' or r.removed_at is not null then 'removed' else r.status end;
  if tg_op = 'UPDATE' and (new.status, new.pipeline_id, new.stage_id, new.stage_entered_at, new.amount_minor, new.currency,
      new.probability, new.forecast_category, new.close_on, new.owner_id, new.account_id, new.removed_at is null)
    is not distinct from (old.status, old.pipeline_id, old.stage_id, old.stage_entered_at, old.amount_minor, old.currency,
      old.probability, old.forecast_category, old.close_on, old.owner_id, old.account_id, old.removed_at is null) then
    return null;
  end if;
  how := coalesce(nullif(current_setting('quarterdeck.basis', true), ''), 'recorded');
  -- The record states what is true from `since` until further notice, so later versions are no longer believed.
  update crm.opportunity_version set superseded_at = now()
    where workspace_id = r.workspace_id and opportunity_id = r.id and superseded_at is null and valid_from >= since;
  insert into crm.opportunity_version (workspace_id, opportunity_id, valid_from, basis, status, pipeline_id, stage_id,
    stage_entered_at, amount_minor, currency, probability, forecast_category, close_on, owner_id, account_id)
  values (r.workspace_id, r.id, since, how, state, r.pipeline_id, r.stage_id, r.stage_entered_at, r.amount_minor,
    r.currency, r.probability, r.forecast_category, r.close_on, r.owner_id, r.account_id);
  return null;
end $$;
create trigger keep_version after insert or update or delete on crm.opportunity
  for each row execute function crm.keep_opportunity_version();
alter table crm.opportunity enable always trigger keep_version;

-- Nobody signs a version for somebody else: author, source and recorded time come from the transaction.
-- What holds now is said on the record; a version that is stated by itself lies before it.
create function crm.refuse_present_version(workspace uuid, opportunity uuid, since timestamptz) returns void language plpgsql as $$
begin
  if not exists (select 1 from crm.opportunity o where o.workspace_id = workspace and o.id = opportunity and since < o.true_since) then
    raise exception 'The present state of opportunity % is stated on crm.opportunity; only what was before it can be stated in its history.', opportunity;
  end if;
end $$;
create function crm.stamp_version() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 then
    perform crm.refuse_present_version(new.workspace_id, new.opportunity_id, new.valid_from);
  end if;
  new.author_id := base.author_id(); new.author := base.author(); new.source := base.source();
  new.recorded_at := now(); new.superseded_at := null;
  return new;
end $$;
create function crm.guard_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.superseded_at is not null or new.superseded_at is null
    or (to_jsonb(new) - 'superseded_at') is distinct from (to_jsonb(old) - 'superseded_at') then
    raise exception 'crm.opportunity_version is history: a version can be superseded by a better one, not changed or deleted.';
  end if;
  if pg_trigger_depth() = 1 then
    perform crm.refuse_present_version(old.workspace_id, old.opportunity_id, old.valid_from);
  end if;
  new.superseded_at := now();
  return new;
end $$;
create function crm.announce_restatement() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 then return null; end if;
  insert into base.change (workspace_id, noun, record_id, action, true_since, author_id, author, source, fields)
  select workspace_id, 'crm.opportunity', opportunity_id, 'restated', min(valid_from), base.author_id(), base.author(),
    base.source(), jsonb_build_object('versions', jsonb_build_array(null, count(*)))
  from stated group by workspace_id, opportunity_id;
  return null;
end $$;
create trigger a_stamp before insert on crm.opportunity_version for each row execute function crm.stamp_version();
create trigger guard_version before update or delete on crm.opportunity_version for each row execute function crm.guard_version();
create trigger refuse_truncate before truncate on crm.opportunity_version execute function base.refuse_truncate();
create trigger announce_insert after insert on crm.opportunity_version referencing new table as stated
  for each statement execute function crm.announce_restatement();
create trigger announce_update after update on crm.opportunity_version referencing new table as stated
  for each statement execute function crm.announce_restatement();
alter table crm.opportunity_version enable always trigger a_stamp;
alter table crm.opportunity_version enable always trigger guard_version;
alter table crm.opportunity_version enable always trigger refuse_truncate;
alter table crm.opportunity_version enable always trigger announce_insert;
alter table crm.opportunity_version enable always trigger announce_update;

-- Where a record came from: the source's own id, and a fingerprint of what it last said, so that saying it again changes nothing.
create table crm.source_link (
  workspace_id uuid not null references base.workspace,
  source text not null,
  object text not null,
  source_id text not null,
  record_id uuid not null,
  fingerprint text not null,
  import_id uuid,
  primary key (workspace_id, source, object, source_id)
);
create index source_link_of_record on crm.source_link (workspace_id, record_id);

create table crm.import_run (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  source text not null,
  label text not null,
  mapping jsonb not null,
  state text not null check (state in ('ready', 'running', 'done', 'failed', 'cancelled')),
  problem text,
  rows_total bigint,
  requested_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
-- The ledger: a chunk is counted in the transaction that wrote it, so a killed import resumes where it stood.
create table crm.import_chunk (
  workspace_id uuid not null,
  import_id uuid not null,
  file text not null,
  chunk_no integer not null,
  object text not null,
  rows integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  rejected integer not null,
  primary key (workspace_id, import_id, file, chunk_no),
  foreign key (workspace_id, import_id) references crm.import_run (workspace_id, id)
);
create table crm.import_reject (
  workspace_id uuid not null,
  import_id uuid not null,
  file text not null,
  line bigint not null,
  field text not null,
  value text not null,
  reason text not null,
  primary key (workspace_id, import_id, file, line, field),
  foreign key (workspace_id, import_id) references crm.import_run (workspace_id, id)
);
