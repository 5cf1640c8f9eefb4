-- A station's visits: which of those who were to be told of one were not.
create index booking_station on booking (station, begins);
