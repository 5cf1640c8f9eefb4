-- Codes and addresses are compared by their bytes: a language's order costs every index entry, and indexes in it break when the machine's
-- C library comes to order otherwise.
drop view request_history;
drop view reminder_planned;

do $$
declare
    changed record;
begin
    for changed in
        select format('%I', c.relname) as name,
            string_agg(format('alter %I type text collate "C"', a.attname), ', ' order by a.attnum) as changes
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname !~ '^(qrtz|flyway)_'
            and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype and a.attcollation = 'default'::regcollation
        group by c.relname
    loop
        execute 'alter table ' || changed.name || ' ' || changed.changes;
    end loop;
end
$$;

create view request_history as
select address, number, 1 as n, 'filed' as kind, address as actor, 'filed' as status, filed_at as at, '' as reason, ''::bytea as personal
from request
union all
select address, number, n, kind, actor, status, at, reason, personal from request_event;

create view reminder_planned as
select r.owner, r.cause_kind, r.cause_key, s.occurrence, s.recipient, s.due_at, r.state
from reminder r
cross join lateral (
    select r.occurrence, r.recipient, r.due_at
    union all
    select split_part(line, E'\t', 1), split_part(line, E'\t', 2), to_timestamp(split_part(line, E'\t', 3)::float8 / 1000000)
    from string_to_table(r.later, E'\n') as line
    where r.state <> 'moved') s;
