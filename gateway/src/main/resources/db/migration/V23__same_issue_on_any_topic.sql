-- Other words about the same are often put under another topic.
drop index request_place;
create index request_place on request (station, place, filed_at);
