-- A row that says again what an earlier row of the same import says is neither new nor as before: it is a duplicate,
-- and whoever reads the result wants to know how many there are.
alter table crm.import_chunk add column duplicate integer not null default 0 check (duplicate >= 0);
