-- An import that was paused goes on when somebody asks for it; one that was cancelled has ended. Undoing can be stopped too.
-- two-step: the check is put back wider in the next statement, so no row that was allowed is refused.
alter table crm.import_run drop constraint import_run_state_check;
alter table crm.import_run add constraint import_run_state_check
  check (state in ('ready', 'running', 'paused', 'done', 'failed', 'cancelled'));
-- Until now "cancelled" was what is called "paused" from here on.
update crm.import_run set state = 'paused' where state = 'cancelled';
-- two-step: the check is put back wider in the next statement, so no row that was allowed is refused.
alter table crm.import_undo drop constraint import_undo_state_check;
alter table crm.import_undo add constraint import_undo_state_check
  check (state in ('running', 'stopped', 'done', 'failed'));
