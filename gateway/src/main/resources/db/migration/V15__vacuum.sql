-- Of a day on which many write, these tables' pages were read and written once more every minute, to be marked for scans that nobody
-- makes here: every row is found by its key. Now they are after ten million rows more, which also freezes them in portions, and
-- statistics are taken when a table has grown by half.
do $$
declare t text;
begin
    foreach t in array array['journal', 'resident_key', 'request', 'request_number', 'request_event', 'reminder', 'outbox'] loop
        execute format('alter table %I set (autovacuum_vacuum_insert_threshold = 10000000, autovacuum_analyze_scale_factor = 0.5)', t);
    end loop;
end $$;
