-- Row-level security: what a seat sees whose reach is not the whole company. Its requests run as the role quarterdeck_seat,
-- which owns nothing, sees a table only through the policies below, and no table that is not named here.

do $$ begin
  create role quarterdeck_seat nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'The account of the database may not create roles. Have an administrator run: create role quarterdeck_seat nologin; grant quarterdeck_seat to "%";', current_user;
end $$;

do $$ begin
  set local role quarterdeck_seat;
  set local role none;
exception
  when insufficient_privilege then
    begin
      execute format('grant quarterdeck_seat to %I', current_user);
    exception
      when insufficient_privilege then
        raise exception 'The account of the database may not take on the role quarterdeck_seat. Have an administrator run: grant quarterdeck_seat to "%";', current_user;
    end;
end $$;

-- Somebody sees the records of another person from a day until before another, because somebody who may has said so.
create table people.shared_access (
  workspace_id uuid not null references base.workspace,
  id uuid not null,
  version integer not null default 1,
  true_since timestamptz not null default base.moment(),
  owner_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date,
  reason text not null check (reason <> ''),
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references people.person (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id),
  constraint nobody_shares_with_themselves check (owner_id <> person_id),
  check (ends_on > starts_on)
);
create index shared_access_with on people.shared_access (workspace_id, person_id);
select base.keep_history('people.shared_access');

-- Whose records the seat reaches, who it is, and where. Nothing is seen where these are not set.
create function base.seen_people() returns uuid[] language sql stable as $$
  select string_to_array(nullif(current_setting('quarterdeck.seen_people', true), ''), ',')::uuid[]
$$;
create function base.seen_by() returns uuid language sql stable as $$
  select nullif(current_setting('quarterdeck.seen_by', true), '')::uuid
$$;
create function base.seen_workspace() returns uuid language sql stable as $$
  select nullif(current_setting('quarterdeck.seen_workspace', true), '')::uuid
$$;

grant usage on schema base, people, crm, plan, pay, improve to quarterdeck_seat;
-- A view shows its asker's rows, not its owner's.
alter view crm.opportunity_interval set (security_invoker = true);

-- Written by bin/visibility.ts.
create function crm.held_opportunity_split_opportunity_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select opportunity_id from crm.opportunity_split where workspace_id = base.seen_workspace() and person_id = any ((select base.seen_people())::uuid[])
$$;
revoke execute on function crm.held_opportunity_split_opportunity_id() from public;
grant execute on function crm.held_opportunity_split_opportunity_id() to quarterdeck_seat;
create function crm.seen_opportunity_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.opportunity where workspace_id = base.seen_workspace() and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id()))
$$;
revoke execute on function crm.seen_opportunity_id() from public;
grant execute on function crm.seen_opportunity_id() to quarterdeck_seat;
create function crm.seen_opportunity_account_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select account_id from crm.opportunity where workspace_id = base.seen_workspace() and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id()))
$$;
revoke execute on function crm.seen_opportunity_account_id() from public;
grant execute on function crm.seen_opportunity_account_id() to quarterdeck_seat;
create function crm.seen_account_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.account where workspace_id = base.seen_workspace() and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.seen_opportunity_account_id()))
$$;
revoke execute on function crm.seen_account_id() from public;
grant execute on function crm.seen_account_id() to quarterdeck_seat;
create function crm.seen_opportunity_contact_contact_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select contact_id from crm.opportunity_contact where workspace_id = base.seen_workspace() and opportunity_id in (select crm.seen_opportunity_id())
$$;
revoke execute on function crm.seen_opportunity_contact_contact_id() from public;
grant execute on function crm.seen_opportunity_contact_contact_id() to quarterdeck_seat;
create function crm.seen_contact_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.contact where workspace_id = base.seen_workspace() and (owner_id = any ((select base.seen_people())::uuid[]) or account_id in (select crm.seen_account_id()) or id in (select crm.seen_opportunity_contact_contact_id()))
$$;
revoke execute on function crm.seen_contact_id() from public;
grant execute on function crm.seen_contact_id() to quarterdeck_seat;
create function people.seen_career_record_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from people.career_record where workspace_id = base.seen_workspace() and person_id = any ((select base.seen_people())::uuid[])
$$;
revoke execute on function people.seen_career_record_id() from public;
grant execute on function people.seen_career_record_id() to quarterdeck_seat;
create function people.seen_shared_access_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from people.shared_access where workspace_id = base.seen_workspace() and (person_id = (select base.seen_by()) or owner_id = (select base.seen_by()))
$$;
revoke execute on function people.seen_shared_access_id() from public;
grant execute on function people.seen_shared_access_id() to quarterdeck_seat;
create function crm.seen_activity_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.activity where workspace_id = base.seen_workspace() and (person_id = any ((select base.seen_people())::uuid[]) or opportunity_id in (select crm.seen_opportunity_id()) or (opportunity_id is null and account_id in (select crm.seen_account_id())) or (opportunity_id is null and account_id is null and contact_id in (select crm.seen_contact_id())))
$$;
revoke execute on function crm.seen_activity_id() from public;
grant execute on function crm.seen_activity_id() to quarterdeck_seat;
create function crm.seen_saved_view_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.saved_view where workspace_id = base.seen_workspace() and (person_id = (select base.seen_by()) or shared_at is not null)
$$;
revoke execute on function crm.seen_saved_view_id() from public;
grant execute on function crm.seen_saved_view_id() to quarterdeck_seat;
create function plan.seen_target_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from plan.target where workspace_id = base.seen_workspace() and person_id = any ((select base.seen_people())::uuid[])
$$;
revoke execute on function plan.seen_target_id() from public;
grant execute on function plan.seen_target_id() to quarterdeck_seat;
create function pay.seen_person_pay_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from pay.person_pay where workspace_id = base.seen_workspace() and person_id = any ((select base.seen_people())::uuid[])
$$;
revoke execute on function pay.seen_person_pay_id() from public;
grant execute on function pay.seen_person_pay_id() to quarterdeck_seat;
create function crm.seen_opportunity_line_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.opportunity_line where workspace_id = base.seen_workspace() and opportunity_id in (select crm.seen_opportunity_id())
$$;
revoke execute on function crm.seen_opportunity_line_id() from public;
grant execute on function crm.seen_opportunity_line_id() to quarterdeck_seat;
create function crm.seen_opportunity_split_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.opportunity_split where workspace_id = base.seen_workspace() and opportunity_id in (select crm.seen_opportunity_id())
$$;
revoke execute on function crm.seen_opportunity_split_id() from public;
grant execute on function crm.seen_opportunity_split_id() to quarterdeck_seat;
create function crm.seen_opportunity_contact_id() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select id from crm.opportunity_contact where workspace_id = base.seen_workspace() and opportunity_id in (select crm.seen_opportunity_id())
$$;
revoke execute on function crm.seen_opportunity_contact_id() from public;
grant execute on function crm.seen_opportunity_contact_id() to quarterdeck_seat;
alter table base.workspace enable row level security;
grant select on base.workspace to quarterdeck_seat;
create policy seen on base.workspace for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table base.exchange_rate enable row level security;
grant select on base.exchange_rate to quarterdeck_seat;
create policy seen on base.exchange_rate for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.person enable row level security;
grant select on people.person to quarterdeck_seat;
create policy seen on people.person for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.team enable row level security;
grant select on people.team to quarterdeck_seat;
create policy seen on people.team for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.reporting_line enable row level security;
grant select on people.reporting_line to quarterdeck_seat;
create policy seen on people.reporting_line for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.team_membership enable row level security;
grant select on people.team_membership to quarterdeck_seat;
create policy seen on people.team_membership for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.reassignment enable row level security;
grant select on people.reassignment to quarterdeck_seat;
create policy seen on people.reassignment for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.role enable row level security;
grant select on people.role to quarterdeck_seat;
create policy seen on people.role for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table people.career_record enable row level security;
grant select on people.career_record to quarterdeck_seat;
create policy seen on people.career_record for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
grant insert, update, delete on people.career_record to quarterdeck_seat;
create policy added on people.career_record for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
create policy changed on people.career_record for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[])) with check (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
create policy removed on people.career_record for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
alter table people.shared_access enable row level security;
grant select on people.shared_access to quarterdeck_seat;
create policy seen on people.shared_access for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (person_id = (select base.seen_by()) or owner_id = (select base.seen_by())));
alter table crm.opportunity enable row level security;
grant select on crm.opportunity to quarterdeck_seat;
create policy seen on crm.opportunity for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id())));
grant insert, update, delete on crm.opportunity to quarterdeck_seat;
create policy added on crm.opportunity for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id())));
create policy changed on crm.opportunity for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id()))) with check (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id())));
create policy removed on crm.opportunity for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.held_opportunity_split_opportunity_id())));
alter table crm.opportunity_version enable row level security;
grant select on crm.opportunity_version to quarterdeck_seat;
create policy seen on crm.opportunity_version for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
grant insert, update, delete on crm.opportunity_version to quarterdeck_seat;
create policy added on crm.opportunity_version for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy changed on crm.opportunity_version for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id())) with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy removed on crm.opportunity_version for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
alter table crm.opportunity_split enable row level security;
grant select on crm.opportunity_split to quarterdeck_seat;
create policy seen on crm.opportunity_split for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
grant insert, update, delete on crm.opportunity_split to quarterdeck_seat;
create policy added on crm.opportunity_split for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy changed on crm.opportunity_split for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id())) with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy removed on crm.opportunity_split for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
alter table crm.opportunity_line enable row level security;
grant select on crm.opportunity_line to quarterdeck_seat;
create policy seen on crm.opportunity_line for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
grant insert, update, delete on crm.opportunity_line to quarterdeck_seat;
create policy added on crm.opportunity_line for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy changed on crm.opportunity_line for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id())) with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy removed on crm.opportunity_line for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
alter table crm.opportunity_contact enable row level security;
grant select on crm.opportunity_contact to quarterdeck_seat;
create policy seen on crm.opportunity_contact for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
grant insert, update, delete on crm.opportunity_contact to quarterdeck_seat;
create policy added on crm.opportunity_contact for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy changed on crm.opportunity_contact for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id())) with check (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
create policy removed on crm.opportunity_contact for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and opportunity_id in (select crm.seen_opportunity_id()));
alter table crm.account enable row level security;
grant select on crm.account to quarterdeck_seat;
create policy seen on crm.account for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or id in (select crm.seen_opportunity_account_id())));
grant insert, update, delete on crm.account to quarterdeck_seat;
create policy added on crm.account for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[]));
create policy changed on crm.account for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[])) with check (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[]));
create policy removed on crm.account for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[]));
alter table crm.contact enable row level security;
grant select on crm.contact to quarterdeck_seat;
create policy seen on crm.contact for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (owner_id = any ((select base.seen_people())::uuid[]) or account_id in (select crm.seen_account_id()) or id in (select crm.seen_opportunity_contact_contact_id())));
grant insert, update, delete on crm.contact to quarterdeck_seat;
create policy added on crm.contact for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[]));
create policy changed on crm.contact for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[])) with check (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[]));
create policy removed on crm.contact for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and owner_id = any ((select base.seen_people())::uuid[]));
alter table crm.activity enable row level security;
grant select on crm.activity to quarterdeck_seat;
create policy seen on crm.activity for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (person_id = any ((select base.seen_people())::uuid[]) or opportunity_id in (select crm.seen_opportunity_id()) or (opportunity_id is null and account_id in (select crm.seen_account_id())) or (opportunity_id is null and account_id is null and contact_id in (select crm.seen_contact_id()))));
grant insert, update, delete on crm.activity to quarterdeck_seat;
create policy added on crm.activity for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and (person_id = any ((select base.seen_people())::uuid[]) or opportunity_id in (select crm.seen_opportunity_id()) or (opportunity_id is null and account_id in (select crm.seen_account_id())) or (opportunity_id is null and account_id is null and contact_id in (select crm.seen_contact_id()))));
create policy changed on crm.activity for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (person_id = any ((select base.seen_people())::uuid[]) or opportunity_id in (select crm.seen_opportunity_id()) or (opportunity_id is null and account_id in (select crm.seen_account_id())) or (opportunity_id is null and account_id is null and contact_id in (select crm.seen_contact_id())))) with check (workspace_id = (select base.seen_workspace()) and (person_id = any ((select base.seen_people())::uuid[]) or opportunity_id in (select crm.seen_opportunity_id()) or (opportunity_id is null and account_id in (select crm.seen_account_id())) or (opportunity_id is null and account_id is null and contact_id in (select crm.seen_contact_id()))));
create policy removed on crm.activity for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (person_id = any ((select base.seen_people())::uuid[]) or opportunity_id in (select crm.seen_opportunity_id()) or (opportunity_id is null and account_id in (select crm.seen_account_id())) or (opportunity_id is null and account_id is null and contact_id in (select crm.seen_contact_id()))));
alter table crm.saved_view enable row level security;
grant select on crm.saved_view to quarterdeck_seat;
create policy seen on crm.saved_view for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (person_id = (select base.seen_by()) or shared_at is not null));
grant insert, update, delete on crm.saved_view to quarterdeck_seat;
create policy added on crm.saved_view for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and person_id = (select base.seen_by()));
create policy changed on crm.saved_view for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = (select base.seen_by())) with check (workspace_id = (select base.seen_workspace()) and person_id = (select base.seen_by()));
create policy removed on crm.saved_view for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = (select base.seen_by()));
alter table crm.product enable row level security;
grant select on crm.product to quarterdeck_seat;
create policy seen on crm.product for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table crm.pipeline enable row level security;
grant select on crm.pipeline to quarterdeck_seat;
create policy seen on crm.pipeline for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table crm.stage enable row level security;
grant select on crm.stage to quarterdeck_seat;
create policy seen on crm.stage for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table crm.custom_field enable row level security;
grant select on crm.custom_field to quarterdeck_seat;
create policy seen on crm.custom_field for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table plan.target enable row level security;
grant select on plan.target to quarterdeck_seat;
create policy seen on plan.target for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
grant insert, update, delete on plan.target to quarterdeck_seat;
create policy added on plan.target for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
create policy changed on plan.target for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[])) with check (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
create policy removed on plan.target for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
alter table plan.cost enable row level security;
grant select on plan.cost to quarterdeck_seat;
create policy seen on plan.cost for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and false);
alter table pay.band enable row level security;
grant select on pay.band to quarterdeck_seat;
create policy seen on pay.band for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table pay.factor enable row level security;
grant select on pay.factor to quarterdeck_seat;
create policy seen on pay.factor for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
alter table pay.person_pay enable row level security;
grant select on pay.person_pay to quarterdeck_seat;
create policy seen on pay.person_pay for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and person_id = any ((select base.seen_people())::uuid[]));
alter table improve.advice enable row level security;
grant select on improve.advice to quarterdeck_seat;
create policy seen on improve.advice for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and false);
alter table base.change enable row level security;
grant select on base.change to quarterdeck_seat;
create policy seen on base.change for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and (noun in ('base.workspace', 'base.exchange_rate', 'people.person', 'people.team', 'people.reporting_line', 'people.team_membership', 'people.reassignment', 'people.role', 'crm.product', 'crm.pipeline', 'crm.stage', 'crm.custom_field', 'pay.band', 'pay.factor') or (noun in ('people.career_record') and record_id in (select people.seen_career_record_id())) or (noun in ('people.shared_access') and record_id in (select people.seen_shared_access_id())) or (noun in ('crm.opportunity') and record_id in (select crm.seen_opportunity_id())) or (noun in ('crm.account') and record_id in (select crm.seen_account_id())) or (noun in ('crm.contact') and record_id in (select crm.seen_contact_id())) or (noun in ('crm.activity') and record_id in (select crm.seen_activity_id())) or (noun in ('crm.saved_view') and record_id in (select crm.seen_saved_view_id())) or (noun in ('plan.target') and record_id in (select plan.seen_target_id())) or (noun in ('pay.person_pay') and record_id in (select pay.seen_person_pay_id())) or (noun in ('crm.opportunity_line') and (record_id in (select crm.seen_opportunity_line_id()) or coalesce(fields #>> '{opportunity_id,1}', fields #>> '{opportunity_id,0}')::uuid in (select crm.seen_opportunity_id()))) or (noun in ('crm.opportunity_split') and (record_id in (select crm.seen_opportunity_split_id()) or coalesce(fields #>> '{opportunity_id,1}', fields #>> '{opportunity_id,0}')::uuid in (select crm.seen_opportunity_id()))) or (noun in ('crm.opportunity_contact') and (record_id in (select crm.seen_opportunity_contact_id()) or coalesce(fields #>> '{opportunity_id,1}', fields #>> '{opportunity_id,0}')::uuid in (select crm.seen_opportunity_id())))));
grant insert on base.change to quarterdeck_seat;
create policy added on base.change for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()));
alter table base.idempotency enable row level security;
grant select on base.idempotency to quarterdeck_seat;
create policy seen on base.idempotency for select to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
grant insert, update, delete on base.idempotency to quarterdeck_seat;
create policy added on base.idempotency for insert to quarterdeck_seat with check (workspace_id = (select base.seen_workspace()) and true);
create policy changed on base.idempotency for update to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true) with check (workspace_id = (select base.seen_workspace()) and true);
create policy removed on base.idempotency for delete to quarterdeck_seat using (workspace_id = (select base.seen_workspace()) and true);
