-- Lists: an order that people expect, texts found whatever their case, money in the workspace's currency, saved views.

-- "Phase 2" before "Phase 10", "École" before "Foundry". Not for indexes: its order may change with the server's ICU.
create collation base.natural (provider = icu, locale = '@colNumeric=yes');

-- Which letters are capitals of which, in every alphabet; quicker where the server brings its own tables.
do $$
begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute 'create collation base.letters (provider = builtin, locale = ''C.UTF-8'')';
  else
    execute 'create collation base.letters (provider = icu, locale = ''und'')';
  end if;
end $$;

-- Exact division of whole numbers, halves to the even neighbour, as the kernel and the replica do it; d is even and above zero.
create function base.divide_half_even(n numeric, d numeric) returns numeric language sql immutable parallel safe as $$
  select sign(n) * (div(abs(n) + d / 2, d) - case when mod(abs(n), 2 * d) = d / 2 then 1 else 0 end)
$$;

-- What a list shows, under a name: whose view it is, for everybody since when, and its parts as an address says them.
create table crm.saved_view (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  noun text not null check (noun in ('account', 'contact', 'product', 'opportunity', 'activity')),
  name text not null check (name <> ''),
  person_id uuid,
  shared_at timestamptz,
  filter text not null,
  sort text not null,
  grouping text not null,
  columns text not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id)
);
create index saved_view_of_noun on crm.saved_view (workspace_id, noun);
select base.keep_history('crm.saved_view');

-- Records found by the record that they belong to.
create index account_by_owner on crm.account (workspace_id, owner_id);
create index account_by_parent on crm.account (workspace_id, parent_id);
create index contact_by_owner on crm.contact (workspace_id, owner_id);
create index opportunity_line_of_product on crm.opportunity_line (workspace_id, product_id);
create index activity_of_contact on crm.activity (workspace_id, contact_id);
create index activity_of_person on crm.activity (workspace_id, person_id);
create index activity_by_due on crm.activity (workspace_id, due_at) where done_at is null;
