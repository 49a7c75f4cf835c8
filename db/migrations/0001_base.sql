-- The ground: workspaces, history of every record, exchange rates, idempotency.
create schema base;

-- A workspace is a tenant. Every other table's key starts with workspace_id.
create table base.workspace (
  workspace_id uuid primary key,
  version integer not null default 1,
  true_since timestamptz not null default now(),
  name text not null check (name <> ''),
  origin text not null default 'own' check (origin in ('own', 'sample')),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  fiscal_start_month smallint not null default 1 check (fiscal_start_month between 1 and 12),
  fiscal_pattern text not null default 'months' check (fiscal_pattern in ('months', '4-4-5', '4-5-4', '5-4-4')),
  fiscal_year_ends_on_weekday smallint not null default 6 check (fiscal_year_ends_on_weekday between 1 and 7),
  fiscal_year_ends text not null default 'last' check (fiscal_year_ends in ('last', 'nearest'))
);

-- What happened to which record: the history of everything, and the feed that the replica follows.
-- `fields` is {"field": [before, after]}. `txid` tells readers which changes are new since a snapshot.
create table base.change (
  workspace_id uuid not null,
  change_no bigint generated always as identity,
  txid xid8 not null default pg_current_xact_id(),
  noun text not null,
  record_id uuid not null,
  action text not null check (action in ('created', 'updated', 'deleted', 'restated')),
  true_since timestamptz not null,
  recorded_at timestamptz not null default now(),
  author_id uuid,
  author text not null,
  source text not null,
  fields jsonb not null,
  primary key (workspace_id, change_no)
);
create index change_feed on base.change (workspace_id, txid);
create index change_of_record on base.change (workspace_id, record_id, change_no);
-- Parts of a record (lines, splits, reporting lines, memberships) found by the record that they belong to, deleted ones too.
create index change_of_part on base.change (workspace_id, (coalesce(fields #>> '{opportunity_id,1}', fields #>> '{person_id,1}')))
  where action = 'created' and noun in ('crm.opportunity_line', 'crm.opportunity_split', 'people.reporting_line', 'people.team_membership');

-- The moment at which the current transaction's changes become true: the application's clock, else the database's.
create function base.moment() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('quarterdeck.valid_at', true), '')::timestamptz, now())
$$;
create function base.author_id() returns uuid language sql stable as $$
  select nullif(current_setting('quarterdeck.author_id', true), '')::uuid
$$;
create function base.author() returns text language sql stable as $$
  select coalesce(nullif(current_setting('quarterdeck.author', true), ''), 'sql:' || session_user)
$$;
create function base.source() returns text language sql stable as $$
  select coalesce(nullif(current_setting('quarterdeck.source', true), ''), 'sql')
$$;
-- A row as one flat object: custom fields as "custom.key", bookkeeping columns left out.
create function base.flat(record jsonb) returns jsonb language sql immutable as $$
  select (record - array['workspace_id', 'id', 'version', 'true_since', 'custom'])
    || coalesce((select jsonb_object_agg('custom.' || key, value) from jsonb_each(
         case when jsonb_typeof(record -> 'custom') = 'object' then record -> 'custom' else '{}'::jsonb end)), '{}'::jsonb)
$$;

create function base.stamp_record() returns trigger language plpgsql as $$
begin
  if new.workspace_id <> old.workspace_id then
    raise exception 'A record of % cannot move to another workspace.', tg_table_name;
  end if;
  new.version := old.version + 1;
  if new.true_since is not distinct from old.true_since then
    new.true_since := base.moment();
  end if;
  return new;
end $$;

create function base.record_change() returns trigger language plpgsql as $$
declare
  before jsonb := '{}'; after jsonb := '{}'; diff jsonb; row_after jsonb; since timestamptz;
begin
  if tg_op <> 'INSERT' then before := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then after := to_jsonb(new); end if;
  row_after := case when tg_op = 'DELETE' then before else after end;
  since := case when tg_op = 'DELETE' then base.moment() else (after ->> 'true_since')::timestamptz end;
  if tg_op = 'INSERT' then
    select coalesce(jsonb_object_agg(key, jsonb_build_array(null, value)), '{}') into diff
      from jsonb_each(base.flat(after)) where value <> 'null'::jsonb;
  else
    select coalesce(jsonb_object_agg(key, jsonb_build_array(b.value, a.value)), '{}') into diff
      from jsonb_each(base.flat(before)) b full join jsonb_each(base.flat(after)) a using (key)
      where coalesce(a.value, 'null'::jsonb) is distinct from coalesce(b.value, 'null'::jsonb);
  end if;
  if tg_op = 'UPDATE' and diff = '{}'::jsonb then return null; end if;
  insert into base.change (workspace_id, noun, record_id, action, true_since, author_id, author, source, fields)
  values ((row_after ->> 'workspace_id')::uuid, tg_table_schema || '.' || tg_table_name,
    coalesce(row_after ->> 'id', row_after ->> 'workspace_id')::uuid,
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end,
    since, base.author_id(), base.author(), base.source(), diff);
  return null;
end $$;

create function base.refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception '%.% keeps its history: it cannot be truncated. Remove records one by one.', tg_table_schema, tg_table_name;
end $$;

create function base.refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception '%.% is history: it can be added to, not changed or deleted.', tg_table_schema, tg_table_name;
end $$;

-- Gives a record table its history. The triggers fire always, also for sessions that replay.
create function base.keep_history(record_table regclass) returns void language plpgsql as $$
begin
  execute format('create trigger a_stamp before update on %s for each row execute function base.stamp_record()', record_table);
  execute format('create trigger record_change after insert or update or delete on %s for each row execute function base.record_change()', record_table);
  execute format('create trigger refuse_truncate before truncate on %s execute function base.refuse_truncate()', record_table);
  execute format('alter table %s enable always trigger a_stamp', record_table);
  execute format('alter table %s enable always trigger record_change', record_table);
  execute format('alter table %s enable always trigger refuse_truncate', record_table);
end $$;

-- Only the triggers above write history: nobody adds a line in somebody else's name.
create function base.refuse_forgery() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 then
    raise exception '%.% is history: the database writes it when a record changes, nobody else does.', tg_table_schema, tg_table_name;
  end if;
  return new;
end $$;

create trigger refuse_forgery before insert on base.change for each row execute function base.refuse_forgery();
create trigger refuse_rewrite before update or delete on base.change for each row execute function base.refuse_rewrite();
create trigger refuse_truncate before truncate on base.change execute function base.refuse_truncate();
alter table base.change enable always trigger refuse_forgery;
alter table base.change enable always trigger refuse_rewrite;
alter table base.change enable always trigger refuse_truncate;
select base.keep_history('base.workspace');

-- What one unit of a currency is worth in the workspace's currency from a day on.
create table base.exchange_rate (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  starts_on date not null,
  rate numeric(20, 10) not null check (rate > 0),
  primary key (workspace_id, id),
  unique (workspace_id, currency, starts_on)
);
select base.keep_history('base.exchange_rate');

-- The answer to a POST, kept with the effect that it had, so that the same key gives the same answer.
create table base.idempotency (
  workspace_id uuid not null,
  principal text not null,
  key text not null check (length(key) between 1 and 255),
  request_hash text not null,
  status smallint not null,
  body jsonb not null,
  answered_at timestamptz not null default now(),
  primary key (workspace_id, principal, key)
);

-- How many digits a currency has after the decimal mark (ISO 4217). The kernel says the same; a test holds them equal.
create function base.minor_digits(currency text) returns integer language sql immutable as $$
  select case
    when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
    when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    when currency in ('CLF', 'UYW') then 4
    else 2
  end
$$;
