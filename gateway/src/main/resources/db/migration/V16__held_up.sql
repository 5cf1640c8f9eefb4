-- When what is held up was first to be sent: its next try is later and later. Empty while nothing holds it up but its time or its person.
alter table outbox add column held_up_at timestamptz;
