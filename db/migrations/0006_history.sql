-- History is written once for all rows of a statement. It says what it said before, row by row, but for many rows at a
-- time that takes a fraction of the work, and an import writes little else.

-- What history tells of a row: each column, and each custom field as "custom.key"; bookkeeping is left out.
create function base.told(record jsonb) returns table (key text, value jsonb) language sql immutable as $$
  select key, value from jsonb_each(record - array['workspace_id', 'id', 'version', 'true_since', 'custom'])
  union all
  select 'custom.' || key, value
    from jsonb_each(case when jsonb_typeof(record -> 'custom') = 'object' then record -> 'custom' end)
$$;

-- "offset 0" below keeps each row's object from being made anew for every use of it.
create function base.record_created() returns trigger language plpgsql as $$
declare
  by_id constant uuid := base.author_id(); by_name constant text := base.author(); told_by constant text := base.source();
begin
  insert into base.change (workspace_id, noun, record_id, action, true_since, author_id, author, source, fields)
  select (record ->> 'workspace_id')::uuid, tg_table_schema || '.' || tg_table_name,
    coalesce(record ->> 'id', record ->> 'workspace_id')::uuid, 'created', true_since, by_id, by_name, told_by,
    coalesce((select jsonb_object_agg(key, jsonb_build_array(null, value)) from base.told(record)
      where value <> 'null'::jsonb), '{}')
  from (select to_jsonb(added) as record, true_since from added offset 0) as once;
  return null;
end $$;

create function base.record_deleted() returns trigger language plpgsql as $$
declare
  by_id constant uuid := base.author_id(); by_name constant text := base.author(); told_by constant text := base.source();
begin
  insert into base.change (workspace_id, noun, record_id, action, true_since, author_id, author, source, fields)
  select (record ->> 'workspace_id')::uuid, tg_table_schema || '.' || tg_table_name,
    coalesce(record ->> 'id', record ->> 'workspace_id')::uuid, 'deleted', base.moment(), by_id, by_name, told_by,
    coalesce((select jsonb_object_agg(key, jsonb_build_array(value, null)) from base.told(record)
      where value <> 'null'::jsonb), '{}')
  from (select to_jsonb(removed) as record from removed offset 0) as once;
  return null;
end $$;

-- Old and new rows are paired by grouping and not by a join: a plan that was made for one row would be kept for thousands.
create function base.record_updated() returns trigger language plpgsql as $$
declare
  by_id constant uuid := base.author_id(); by_name constant text := base.author(); told_by constant text := base.source();
begin
  insert into base.change (workspace_id, noun, record_id, action, true_since, author_id, author, source, fields)
  select workspace_id, tg_table_schema || '.' || tg_table_name, record_id, 'updated', true_since, by_id, by_name, told_by, fields
  from (
    select workspace_id, record_id, max(true_since) as true_since,
      (array_agg(record) filter (where not is_new))[1] as before, (array_agg(record) filter (where is_new))[1] as after
    from (
      select record ->> 'workspace_id' as workspace, record, true_since, is_new from (
        select to_jsonb(removed) as record, null::timestamptz as true_since, false as is_new from removed
        union all
        select to_jsonb(added), true_since, true from added
        offset 0
      ) as once
    ) as sided
      cross join lateral (select workspace::uuid as workspace_id, coalesce(record ->> 'id', workspace)::uuid as record_id) as keyed
    group by workspace_id, record_id
  ) as paired
    cross join lateral (
      select jsonb_object_agg(key, jsonb_build_array(b.value, a.value)) as fields
      from base.told(before) as b full join base.told(after) as a using (key)
      where coalesce(a.value, 'null'::jsonb) <> coalesce(b.value, 'null'::jsonb)
    ) as differing
  where fields is not null;
  return null;
end $$;

-- Old and new rows are paired by their key, so a record keeps it. (base.stamp_record keeps it in its workspace.)
create function base.keep_id() returns trigger language plpgsql as $$
begin
  raise exception 'A record of % keeps its id.', tg_table_name;
end $$;

create or replace function base.keep_history(record_table regclass) returns void language plpgsql as $$
declare
  one text;
begin
  execute format('create trigger a_stamp before update on %s for each row execute function base.stamp_record()', record_table);
  execute format('create trigger record_created after insert on %s referencing new table as added for each statement execute function base.record_created()', record_table);
  execute format('create trigger record_updated after update on %s referencing old table as removed new table as added for each statement execute function base.record_updated()', record_table);
  execute format('create trigger record_deleted after delete on %s referencing old table as removed for each statement execute function base.record_deleted()', record_table);
  execute format('create trigger refuse_truncate before truncate on %s execute function base.refuse_truncate()', record_table);
  foreach one in array array['a_stamp', 'record_created', 'record_updated', 'record_deleted', 'refuse_truncate'] loop
    execute format('alter table %s enable always trigger %I', record_table, one);
  end loop;
  if exists (select from pg_attribute where attrelid = record_table and attname = 'id' and not attisdropped) then
    execute format('create trigger keep_id before update of id on %s for each row when (new.id <> old.id) execute function base.keep_id()', record_table);
    execute format('alter table %s enable always trigger keep_id', record_table);
  end if;
end $$;

do $$
declare
  record_table regclass;
begin
  for record_table in select tgrelid::regclass from pg_trigger where tgname = 'record_change' loop
    execute format('drop trigger record_change on %s', record_table);
    execute format('drop trigger a_stamp on %s', record_table);
    execute format('drop trigger refuse_truncate on %s', record_table);
    perform base.keep_history(record_table);
  end loop;
end $$;
-- two-step: no trigger calls them any more.
drop function base.record_change();
-- two-step: base.record_change alone called it.
drop function base.flat(jsonb);

-- Who may write history is asked once a statement.
-- two-step: its successor, below, refuses the same.
drop trigger refuse_forgery on base.change;
create trigger refuse_forgery before insert on base.change for each statement execute function base.refuse_forgery();
alter table base.change enable always trigger refuse_forgery;

-- The first version of new opportunities. An id that was deleted and comes back may have versions that lie later: they
-- are no longer believed. Asked with lists, since a join with `added` may be planned for one row and kept for thousands.
create function crm.begin_opportunity_version() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  how constant text := coalesce(nullif(current_setting('quarterdeck.basis', true), ''), 'recorded');
  back record;
begin
  for back in
    select added.workspace_id, added.id, added.true_since from added cross join lateral (
      select from crm.opportunity_version as v where v.workspace_id = added.workspace_id and v.opportunity_id = added.id limit 1
    ) as known
  loop
    update crm.opportunity_version set superseded_at = now()
      where workspace_id = back.workspace_id and opportunity_id = back.id and superseded_at is null
        and valid_from >= back.true_since;
  end loop;
  insert into crm.opportunity_version (workspace_id, opportunity_id, valid_from, basis, status, pipeline_id, stage_id,
    stage_entered_at, amount_minor, currency, probability, forecast_category, close_on, owner_id, account_id)
  select workspace_id, id, true_since, how, case when removed_at is null then status else 'removed' end, pipeline_id,
    stage_id, stage_entered_at, amount_minor, currency, probability, forecast_category, close_on, owner_id, account_id
  from added;
  return null;
end $$;
-- two-step: the two triggers below do what it did.
drop trigger keep_version on crm.opportunity;
create trigger keep_version after update or delete on crm.opportunity
  for each row execute function crm.keep_opportunity_version();
create trigger begin_version after insert on crm.opportunity referencing new table as added
  for each statement execute function crm.begin_opportunity_version();
alter table crm.opportunity enable always trigger keep_version;
alter table crm.opportunity enable always trigger begin_version;

-- Who states versions is signed row by row; that they lie before the present is asked once a statement.
create or replace function crm.stamp_version() returns trigger language plpgsql as $$
begin
  new.author_id := base.author_id(); new.author := base.author(); new.source := base.source();
  new.recorded_at := now(); new.superseded_at := null;
  return new;
end $$;
create or replace function crm.guard_version() returns trigger language plpgsql as $$
declare
  before crm.opportunity_version;
begin
  if tg_op = 'UPDATE' then
    before := old;
    before.superseded_at := new.superseded_at;
  end if;
  if tg_op = 'DELETE' or old.superseded_at is not null or new.superseded_at is null or before is distinct from new then
    raise exception 'crm.opportunity_version is history: a version can be superseded by a better one, not changed or deleted.';
  end if;
  if pg_trigger_depth() = 1 then
    perform crm.refuse_present_version(old.workspace_id, old.opportunity_id, old.valid_from);
  end if;
  new.superseded_at := now();
  return new;
end $$;
create function crm.announce_stated_versions() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  misplaced uuid;
begin
  if pg_trigger_depth() > 1 then return null; end if;
  select stated.opportunity_id into misplaced from stated
    left join crm.opportunity o on o.workspace_id = stated.workspace_id and o.id = stated.opportunity_id
    where o.id is null or stated.valid_from >= o.true_since limit 1;
  if found then
    raise exception 'The present state of opportunity % is stated on crm.opportunity; only what was before it can be stated in its history.', misplaced;
  end if;
  -- A record that this transaction created is told already, with all that its history begins with.
  insert into base.change (workspace_id, noun, record_id, action, true_since, author_id, author, source, fields)
  select told.workspace_id, 'crm.opportunity', told.opportunity_id, 'restated', told.valid_from, base.author_id(),
    base.author(), base.source(), jsonb_build_object('versions', jsonb_build_array(null, told.versions))
  from (
    select workspace_id, opportunity_id, min(valid_from) as valid_from, count(*) as versions
    from stated group by workspace_id, opportunity_id
  ) as told
    left join lateral (
      select c.action from base.change as c where c.workspace_id = told.workspace_id and c.record_id = told.opportunity_id
        and c.txid = pg_current_xact_id() and c.action = 'created' limit 1
    ) as begun on true
  where begun.action is null;
  return null;
end $$;
-- two-step: its successor also asks where the versions lie.
drop trigger announce_insert on crm.opportunity_version;
create trigger announce_insert after insert on crm.opportunity_version referencing new table as stated
  for each statement execute function crm.announce_stated_versions();
alter table crm.opportunity_version enable always trigger announce_insert;
