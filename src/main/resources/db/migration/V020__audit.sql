-- The trail: rows are added, never changed. Each stream is a chain: a row carries the hash of the one before.
create table audit_event (
    id           bigint       not null primary key,
    stream       varchar(64)  not null,
    seq          bigint       not null,
    problem      varchar(32),
    happened_at  datetime(6)  not null,
    actor_id     bigint,
    actor_name   varchar(200) not null,
    on_behalf_of varchar(200),
    action       varchar(64)  not null,
    facts        mediumtext   not null,
    origin       varchar(64)  not null,
    prev_hash    char(64)     not null,
    hash         char(64)     not null,
    constraint audit_event_chain unique (stream, seq)
);

create index audit_event_timeline on audit_event (problem, id);
