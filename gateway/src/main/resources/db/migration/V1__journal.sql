-- Every accepted message and every word of ours: append-only, the truth about every talk.
create table journal (
    address text not null,
    seq bigint not null check (seq > 0),
    key_hash bytea not null check (length(key_hash) = 16),
    inbound boolean not null,
    kind text not null,
    received_at timestamptz not null,
    request text not null,
    book text not null,
    message bytea not null,
    reply bytea not null,
    dialog bytea not null,
    primary key (address, seq),
    unique (address, key_hash)
);

-- The data key of each address, wrapped; written with its first row, gone when the person is erased.
create table resident_key (
    address text primary key,
    wrapped bytea not null
);

-- Messages that could not be decided or written; staff reads, replays or closes them.
create table dead_letter (
    address text not null,
    seq bigint not null,
    reason text not null,
    state text not null default 'open' check (state in ('open', 'replayed', 'closed')),
    primary key (address, seq)
);

-- The last number given out on a day, in blocks.
create table number_block (
    day date primary key,
    last int not null check (last > 0)
);

-- Rule books that talks began with, so that every node can go on with them.
create table rulebook (
    hash text primary key,
    files bytea not null,
    loaded_at timestamptz not null
);
