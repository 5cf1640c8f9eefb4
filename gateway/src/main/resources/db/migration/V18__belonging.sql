-- The station somebody last had to do with who has filed nothing there: a request says it by itself.
create table belonging (
    address text primary key,
    station text not null
);

-- What residents could not be told: few answers end so, and whose they are is found from there.
create index outbox_untold on outbox (settled_at)
    where kind = 'reply' and recipient = owner and state in ('failed', 'expired', 'unknown');

-- A station's notices, whoever wrote them.
create index broadcast_stations on broadcast using gin (string_to_array(stations, '|'));
