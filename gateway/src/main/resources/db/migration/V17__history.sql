-- A request's first event says nothing that the request does not: it is seen beside the others, and not written.
delete from request_event where n = 1 and kind = 'filed';

create view request_history as
select address, number, 1 as n, 'filed' as kind, address as actor, 'filed' as status, filed_at as at, '' as reason, ''::bytea as personal
from request
union all
select address, number, n, kind, actor, status, at, reason, personal from request_event;
