-- Under which receipt a platform tells later whether it showed what it took; by which ways it did not, a line each, and how long that holds.
alter table outbox add column receipt text collate "C" not null default '', add column refused text collate "C" not null default '',
    add column refused_until timestamptz;

-- What it told so, until the entry is found.
create table unshown (
    address text collate "C" not null,
    receipt text collate "C" not null,
    reason text collate "C" not null,
    heard_at timestamptz not null default now(),
    primary key (address, receipt)
);

-- What went to an address by a template or to a member of WeCom, the newest last: found by its receipt, and counted.
create index outbox_way on outbox (way, settled_at) where way like 'template %';
