-- How often each account made each call on a day in China, written every few seconds: what is counted in Redis may be gone any time.
create table call_count (
    account text collate "C" not null,
    day date not null,
    call text collate "C" not null,
    n bigint not null,
    primary key (account, day, call)
);
