-- The directory as files bring it in: one row a thing, references by code, lists as arrays. Codes sort by their bytes.
-- What is not given is an empty text or list, for days 'infinity', for degrees 'NaN'.
create table home (
    code text collate "C" primary key,
    name text not null,
    parent text collate "C" not null
);

create table place (
    code text collate "C" primary key,
    parent text collate "C" not null,
    kind text not null,
    name text not null,
    aliases text[] not null,
    lat float8 not null,
    lon float8 not null
);

create table station (
    code text collate "C" primary key,
    home text collate "C" not null,
    name text not null,
    address text not null,
    phone text not null,
    areas text[] collate "C" not null
);
create index station_areas on station using gin (areas);

create table electoral_unit (
    code text collate "C" primary key,
    name text not null,
    level text not null,
    areas text[] collate "C" not null
);

create table deputy (
    code text collate "C" primary key,
    name text not null,
    level text not null,
    stations text[] collate "C" not null,
    electoral_unit text collate "C" not null,
    topics text[] not null,
    addresses text[] collate "C" not null,
    absent_from date not null,
    absent_to date not null
);
create index deputy_stations on deputy using gin (stations);
create index deputy_addresses on deputy using gin (addresses) where addresses <> '{}';

create table handling_unit (
    code text collate "C" primary key,
    name text not null,
    topics text[] not null,
    areas text[] collate "C" not null
);
create index handling_unit_areas on handling_unit using gin (areas);

create table staff (
    code text collate "C" primary key,
    name text not null,
    role text not null,
    stations text[] collate "C" not null,
    addresses text[] collate "C" not null
);
create index staff_stations on staff using gin (stations);
create index staff_addresses on staff using gin (addresses) where addresses <> '{}';

create table reception (
    station text collate "C",
    pattern text,
    begins time,
    ends time not null,
    capacity int not null check (capacity > 0),
    primary key (station, pattern, begins)
);

-- Nodes poll it and take a new directory over when it has grown.
create table directory_version (
    version bigint not null
);
insert into directory_version values (0);
