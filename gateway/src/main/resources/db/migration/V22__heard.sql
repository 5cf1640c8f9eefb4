-- How far the journal was when something was kept for somebody: what came before was there when every way was tried.
alter table awaited add column heard bigint not null default 0;
