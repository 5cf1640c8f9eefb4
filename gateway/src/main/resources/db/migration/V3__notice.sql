-- What is due, written with its cause; swept into the outbox when its time has come.
create table reminder (
    owner text not null,
    cause_kind text not null,
    cause_key text not null,
    occurrence text not null,
    recipient text not null,
    due_at timestamptz not null,
    state text not null default 'pending' check (state in ('pending', 'moved', 'cancelled')),
    primary key (owner, cause_kind, cause_key, occurrence, recipient)
);

create index reminder_due on reminder (due_at) where state = 'pending';

-- What is said outside a passive reply. An attempt is recorded, with a lease, before the call is made.
create table outbox (
    owner text not null,
    kind text not null check (kind in ('reply', 'request', 'reminder', 'visit', 'notice')),
    subject text not null,
    recipient text not null,
    occurrence text not null,
    due_at timestamptz not null,
    expires_at timestamptz not null,
    facts bytea not null,
    state text not null default 'pending'
        check (state in ('pending', 'sent', 'failed', 'expired', 'cancelled', 'unknown')),
    attempts int not null default 0,
    first_attempt_at timestamptz,
    lease_token uuid,
    lease_until timestamptz,
    -- how it went out, to which address; of a pending one: an attempt whose end nobody saw, first made at first_attempt_at
    way text not null default '',
    reason text not null default '',
    settled_at timestamptz,
    primary key (owner, kind, subject, recipient, occurrence)
);

create index outbox_due on outbox (due_at) where state = 'pending';

-- One text to many; its words are sealed with the key of the address it was written from.
create table broadcast (
    id text primary key,
    address text not null,
    author text not null,
    approved_by text not null,
    stations text not null,
    audience text not null,
    starts_at timestamptz not null,
    created_at timestamptz not null,
    halted_at timestamptz,
    personal bytea not null
);

create index broadcast_author on broadcast (author, created_at desc);

-- Recipients, frozen when it was confirmed; how far each one's delivery is stands in the outbox.
create table broadcast_recipient (
    recipient text not null,
    id text not null,
    answer text not null default '',
    answered_at timestamptz,
    primary key (recipient, id)
);

create index broadcast_recipient_of on broadcast_recipient (id);

-- Who writes from which address; the code is kept as a hash.
create table binding (
    address text not null,
    person text not null,
    code_hash bytea not null,
    bound_at timestamptz not null default now(),
    primary key (address, person)
);

create index binding_person on binding (person);

create table binding_code (
    code_hash bytea primary key,
    person text not null,
    issued_at timestamptz not null default now(),
    used_at timestamptz
);
