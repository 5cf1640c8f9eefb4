-- What residents asked for. Codes in clear, words and contact sealed.
create table request (
    address text not null,
    number text not null,
    station text not null,
    deputy text not null,
    unit text not null,
    topic text not null,
    place text not null,
    status text not null,
    holder text not null,
    filed_at timestamptz not null,
    due timestamptz not null,
    provisional boolean not null,
    version int not null check (version > 0),
    personal bytea not null,
    primary key (address, number)
);

-- Whose a number is; a number is given once.
create table request_number (
    number text primary key,
    address text not null
);

create table request_event (
    address text not null,
    number text not null,
    n int not null check (n > 0),
    kind text not null,
    actor text not null,
    status text not null,
    at timestamptz not null,
    reason text not null,
    personal bytea not null,
    primary key (address, number, n)
);

-- Visits on reception days; a place on a day is had once.
create table booking (
    address text not null,
    id text not null,
    station text not null,
    day date not null,
    place int not null check (place > 0),
    begins timestamptz not null,
    ends timestamptz not null,
    deputy text not null,
    state text not null default 'booked' check (state in ('booked', 'cancelled')),
    personal bytea not null,
    primary key (address, id)
);

create table slot (
    station text not null,
    day date not null,
    place int not null,
    address text not null,
    booking text not null,
    primary key (station, day, place)
);
