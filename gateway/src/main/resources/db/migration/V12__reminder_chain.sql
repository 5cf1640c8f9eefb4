-- The reminders of a cause stand in one row, under the first of them: most causes end before the others are due.
-- later: those that follow, in their order, a line each: occurrence, recipient and microseconds since 1970, with tabs between.
-- When the first is moved, the next one that is not due becomes a row with the rest.
alter table reminder add column later text not null default '';

create view reminder_planned as
select r.owner, r.cause_kind, r.cause_key, s.occurrence, s.recipient, s.due_at, r.state
from reminder r
cross join lateral (
    select r.occurrence, r.recipient, r.due_at
    union all
    select split_part(line, E'\t', 1), split_part(line, E'\t', 2), to_timestamp(split_part(line, E'\t', 3)::float8 / 1000000)
    from string_to_table(r.later, E'\n') as line
    where r.state <> 'moved') s;
