-- Read model of open and done work, kept in the transaction of the engine's own change.
create table work_item (
    id             bigint        not null primary key,
    case_number    varchar(32)   not null,
    problem_number varchar(32)   not null,
    step_key       varchar(100)  not null,
    step_name      varchar(200)  not null,
    form_key       varchar(100),
    assign_rule    varchar(64),
    title          varchar(1000) not null,
    unit_id        bigint,
    unit_name      varchar(200),
    assignee       bigint,
    due            date          not null,
    level          varchar(10)   not null,
    state          varchar(10)   not null,
    created_at     datetime(6)   not null,
    last_event     varchar(64),
    last_event_at  datetime(6),
    done_at        datetime(6),
    done_by        bigint
);
create index work_item_by_case on work_item (case_number, state);
create index work_item_by_problem on work_item (problem_number, state);
create index work_item_done on work_item (done_by, done_at, id);

-- One row for each principal (a person, or a duty in a unit) before whom a work item stands.
create table work_inbox (
    principal bigint      not null,
    kind      varchar(10) not null,
    due       date        not null,
    item_id   bigint      not null,
    primary key (principal, due, item_id)
);
create index work_inbox_by_item on work_inbox (item_id);

-- A half-filled form survives a closed browser.
create table work_draft (
    item_id    bigint      not null,
    person_id  bigint      not null,
    content    mediumtext  not null,
    updated_at datetime(6) not null,
    primary key (item_id, person_id)
);

-- What happened, for other nodes and for notices; written with the change, read after its commit.
create table work_outbox (
    id          bigint      not null primary key,
    topic       varchar(40) not null,
    item_id     bigint,
    case_number varchar(32),
    actor       bigint,
    at          datetime(6) not null
);
create index work_outbox_at on work_outbox (at);
