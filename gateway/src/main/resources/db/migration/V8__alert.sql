-- Whom a station's staff was told of lately: what a clerk asks for with a word.
create index outbox_alert on outbox (recipient, due_at) where kind = 'reply' and subject like 'alert-%';
