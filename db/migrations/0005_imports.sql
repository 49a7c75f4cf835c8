-- Undoing an import: what it changed is found by its source, what it linked by its id.
create index change_of_import on base.change (workspace_id, source, noun, record_id)
  where left(source, 7) = 'import:';
create index source_link_of_import on crm.source_link (workspace_id, import_id);

-- What a link said before an import took it over, so that undoing the import gives it back.
create table crm.import_link_before (
  workspace_id uuid not null,
  import_id uuid not null,
  source text not null,
  object text not null,
  source_id text not null,
  record_id uuid not null,
  fingerprint text not null,
  former_import_id uuid,
  primary key (workspace_id, import_id, source, object, source_id),
  foreign key (workspace_id, import_id) references crm.import_run (workspace_id, id)
);

-- An import is undone once. `phase` and `after_id` say how far it has come; they move in the transactions that undo.
create table crm.import_undo (
  workspace_id uuid not null,
  import_id uuid not null,
  state text not null check (state in ('running', 'done', 'failed')),
  problem text,
  leave_changed boolean not null,
  requested_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  records_total bigint not null,
  records_done bigint not null default 0,
  removed bigint not null default 0,
  restored bigint not null default 0,
  kept bigint not null default 0,
  phase smallint not null default 0,
  after_id uuid,
  primary key (workspace_id, import_id),
  foreign key (workspace_id, import_id) references crm.import_run (workspace_id, id)
);
