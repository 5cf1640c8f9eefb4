-- Whose next message opens the way for what is kept in the outbox. What was told meanwhile leaves its rows to that message, or to age.
create table awaited (
    address text not null,
    owner text not null,
    kind text not null,
    subject text not null,
    recipient text not null,
    occurrence text not null,
    -- by the clock that also stamps what is received
    tried_at timestamptz not null,
    kept_at timestamptz not null default now(),
    -- whether somebody has looked for what came in while this was not known everywhere
    looked boolean not null default false,
    primary key (address, owner, kind, subject, recipient, occurrence)
);

create index awaited_kept on awaited (kept_at);
create index awaited_new on awaited (kept_at) where not looked;
