-- What a station got for a place lately: may a new report be the same?
create index request_place on request (station, place, topic, filed_at);
