-- The audit log: who did, saw or was refused what, when, from where and through what. A chain for each workspace, and one
-- for the installation (workspace 00000000-…), which has what belongs to none. The database numbers and hashes the events
-- itself, so that no way of writing can leave a gap or fork a chain.

-- Where each chain ends. Its row is the lock that writers queue for, until they commit.
create table base.audit_head (
  workspace_id uuid primary key,
  event_no bigint not null,
  hash text not null
);

create table base.audit_event (
  workspace_id uuid not null,
  event_no bigint not null default 0,
  format smallint not null default 1,
  happened_at timestamptz not null default base.moment(),
  -- The moment of the transaction, as in base.change: by it an event finds the changes that it tells of.
  recorded_at timestamptz not null default now(),
  actor text not null default base.author(),
  person_id uuid default base.author_id(),
  access_role text,
  key_id uuid,
  source text not null default base.source(),
  address text,
  request_id uuid,
  kind text not null check (kind <> ''),
  endpoint text,
  subject_noun text,
  subject_id text,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object' and length(detail::text) <= 2000),
  previous_hash text not null default '',
  hash text not null default '',
  primary key (workspace_id, event_no)
);
create index audit_by_moment on base.audit_event (workspace_id, happened_at, event_no);

-- What a hash is taken of: every field in this order, each with its length in bytes before it, so that no two events
-- have one text. The program has the same in src/base/platform/audit/event.ts; a test holds both equal.
create function base.audit_text(e base.audit_event) returns text language sql stable as $$
  select 'quarterdeck audit ' || e.format || e'\n' || string_agg(coalesce(octet_length(field) || ':' || field, '-'), ',' order by place)
  from unnest(array[
    e.workspace_id::text, e.event_no::text,
    to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.actor, e.person_id::text, e.access_role, e.key_id::text, e.source, e.address, e.request_id::text,
    e.kind, e.endpoint, e.subject_noun, e.subject_id, e.outcome, e.detail::text, e.previous_hash
  ]) with ordinality as given (field, place)
$$;

create function base.chain_audit_event() returns trigger language plpgsql as $$
declare
  head base.audit_head;
begin
  select * into head from base.audit_head where workspace_id = new.workspace_id for update;
  if not found then
    insert into base.audit_head (workspace_id, event_no, hash) values (new.workspace_id, 0, repeat('0', 64)) on conflict do nothing;
    select * into strict head from base.audit_head where workspace_id = new.workspace_id for update;
  end if;
  new.event_no := head.event_no + 1;
  new.previous_hash := head.hash;
  new.format := 1;
  new.recorded_at := now();
  new.hash := encode(sha256(convert_to(base.audit_text(new), 'UTF8')), 'hex');
  update base.audit_head set event_no = new.event_no, hash = new.hash where workspace_id = new.workspace_id;
  return new;
end $$;

create trigger chain before insert on base.audit_event for each row execute function base.chain_audit_event();
create trigger refuse_rewrite before update or delete on base.audit_event for each row execute function base.refuse_rewrite();
create trigger refuse_truncate before truncate on base.audit_event execute function base.refuse_truncate();
-- Only the trigger above moves a head.
create trigger refuse_forgery before insert or update on base.audit_head for each row execute function base.refuse_forgery();
create trigger refuse_rewrite before delete on base.audit_head for each row execute function base.refuse_rewrite();
create trigger refuse_truncate before truncate on base.audit_head execute function base.refuse_truncate();
alter table base.audit_event enable always trigger chain;
alter table base.audit_event enable always trigger refuse_rewrite;
alter table base.audit_event enable always trigger refuse_truncate;
alter table base.audit_head enable always trigger refuse_forgery;
alter table base.audit_head enable always trigger refuse_rewrite;
alter table base.audit_head enable always trigger refuse_truncate;
