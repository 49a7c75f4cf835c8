-- Who takes part in an opportunity on the customer's side, and in which part. A contact can have several parts.
create table crm.opportunity_contact (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  opportunity_id uuid not null,
  contact_id uuid not null,
  role text check (role <> ''),
  is_primary boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references crm.opportunity (workspace_id, id),
  foreign key (workspace_id, contact_id) references crm.contact (workspace_id, id)
);
create index opportunity_contact_of on crm.opportunity_contact (workspace_id, opportunity_id);
create index opportunity_of_contact on crm.opportunity_contact (workspace_id, contact_id);
select base.keep_history('crm.opportunity_contact');

-- two-step: made anew right below, with the new kind of part; an older program finds the same parts by it.
drop index base.change_of_part;
create index change_of_part on base.change (workspace_id, (coalesce(fields #>> '{opportunity_id,1}', fields #>> '{person_id,1}')))
  where action = 'created' and noun in ('crm.opportunity_line', 'crm.opportunity_split', 'crm.opportunity_contact',
    'people.reporting_line', 'people.team_membership');
