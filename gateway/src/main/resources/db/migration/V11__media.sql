-- What residents sent besides words: written with its message, fetched at once, kept there by the platform for three days.
create table media (
    address text not null,
    seq bigint not null,
    kind text not null check (kind in ('image', 'voice', 'video', 'file')),
    -- opens nothing without the account's secret, and nothing at all after three days
    media_id text not null,
    sent_at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'stored', 'refused', 'gone')),
    attempts int not null default 0,
    due_at timestamptz not null,
    lease_token uuid,
    lease_until timestamptz,
    reason text not null default '',
    -- of what is stored: its type by content, its length, and a hash of the sealed bytes
    type text not null default '',
    size int not null default 0,
    sha256 bytea not null default ''::bytea,
    settled_at timestamptz,
    primary key (address, seq)
);

create index media_due on media (due_at) where state = 'pending';

-- The sealed bytes, apart, so that lists stay light; empty where a bucket holds them.
create table media_content (
    address text not null,
    seq bigint not null,
    content bytea not null,
    primary key (address, seq)
);

alter table media_content alter column content set storage external;

-- What goes with which request.
create table request_media (
    address text not null,
    number text not null,
    seq bigint not null,
    primary key (address, number, seq)
);

-- Links to single media, by a hash of their tokens.
create table media_link (
    token_hash bytea primary key,
    person text not null,
    address text not null,
    seq bigint not null,
    request text not null,
    expires_at timestamptz not null,
    uses int not null default 0
);
