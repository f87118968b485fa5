-- The round and what stands in it: aspects, problems, measures, and what became of them.
create table rect_round (
    id               bigint       not null primary key,
    code             varchar(16)  not null,
    title            varchar(300) not null,
    inspected_org    varchar(200) not null,
    inspection_team  varchar(200),
    inspection_from  date,
    inspection_to    date,
    feedback_date    date         not null,
    plan_due         date         not null,
    period_months    int          not null,
    period_end       date         not null,
    report_due       date         not null,
    rest_day_rule    varchar(20)  not null,
    remind_before    int          not null,
    escalate_after   int          not null,
    follow_up_months int          not null,
    demo             boolean      not null,
    accepted_at      datetime(6),
    version          bigint       not null,
    constraint rect_round_code unique (code)
);

create table rect_aspect (
    id       bigint        not null primary key,
    round_id bigint        not null,
    ordinal  int           not null,
    title    varchar(1000) not null,
    constraint rect_aspect_round foreign key (round_id) references rect_round (id),
    constraint rect_aspect_ordinal unique (round_id, ordinal)
);

create table rect_problem (
    id                 bigint        not null primary key,
    round_id           bigint        not null,
    aspect_id          bigint        not null,
    ordinal            int           not null,
    case_number        varchar(32)   not null,
    title              varchar(1000) not null,
    manifestation      text,
    cause_analysis     text,
    target             text,
    closure_standard   text,
    state              varchar(24)   not null,
    cycle_no           int           not null,
    level              varchar(10)   not null,
    due                date          not null,
    original_due       date          not null,
    lead_official      bigint,
    lead_unit          bigint,
    responsible_unit   bigint,
    person_responsible bigint,
    closure_summary    text,
    planned_by         bigint,
    planned_for        bigint,
    plan_reviewed_by   bigint,
    plan_reviewed_for  bigint,
    proposed_by        bigint,
    proposed_for       bigint,
    reviewed_by        bigint,
    reviewed_for       bigint,
    verified_by        bigint,
    verified_for       bigint,
    approved_by        bigint,
    approved_for       bigint,
    closed_at          datetime(6),
    return_reason      varchar(2000),
    returned_by        varchar(100),
    returned_at        datetime(6),
    follow_up_result   varchar(2000),
    version            bigint        not null,
    constraint rect_problem_number unique (case_number),
    constraint rect_problem_round foreign key (round_id) references rect_round (id),
    constraint rect_problem_aspect foreign key (aspect_id) references rect_aspect (id)
);
create index rect_problem_by_round on rect_problem (round_id, ordinal);

create table rect_measure (
    id                 bigint        not null primary key,
    round_id           bigint        not null,
    problem_id         bigint        not null,
    ordinal            int           not null,
    case_number        varchar(32)   not null,
    problem_number     varchar(32)   not null,
    heading            varchar(500)  not null,
    content            text          not null,
    standard           text,
    kind               varchar(16)   not null,
    evidence_kinds     varchar(200)  not null,
    state              varchar(16)   not null,
    level              varchar(10)   not null,
    due                date          not null,
    original_due       date          not null,
    responsible_unit   bigint,
    person_responsible bigint,
    attempt            int           not null,
    report             text,
    submitted_by       bigint,
    submitted_for      bigint,
    reviewed_by        bigint,
    reviewed_for       bigint,
    verified_by        bigint,
    verified_for       bigint,
    accepted_at        datetime(6),
    return_reason      varchar(2000),
    returned_by        varchar(100),
    returned_at        datetime(6),
    version            bigint        not null,
    constraint rect_measure_number unique (case_number),
    constraint rect_measure_problem foreign key (problem_id) references rect_problem (id)
);
create index rect_measure_by_problem on rect_measure (problem_id, ordinal);
create index rect_measure_by_round on rect_measure (round_id, case_number);

-- Supporting units (配合单位) of a problem or a measure.
create table rect_support (
    case_number varchar(32) not null,
    unit_id     bigint      not null,
    primary key (case_number, unit_id)
);

-- Every version of submitted work, kept when it is returned.
create table rect_attempt (
    id           bigint        not null primary key,
    case_number  varchar(32)   not null,
    attempt      int           not null,
    report       text          not null,
    submitted_by bigint        not null,
    submitted_at datetime(6)   not null,
    ended_at     datetime(6),
    end_verdict  varchar(16),
    end_opinion  varchar(2000),
    constraint rect_attempt_no unique (case_number, attempt)
);

-- A moved date keeps the original: every move is a row.
create table rect_due_move (
    id          bigint        not null primary key,
    case_number varchar(32)   not null,
    from_due    date          not null,
    to_due      date          not null,
    reason      varchar(2000) not null,
    moved_by    bigint        not null,
    moved_at    datetime(6)   not null
);
create index rect_due_move_by_case on rect_due_move (case_number, id);

create table rect_quantity (
    id          bigint         not null primary key,
    round_id    bigint         not null,
    case_number varchar(32),
    amount      decimal(20, 4) not null,
    unit        varchar(40)    not null,
    what        varchar(500)   not null,
    period      varchar(100),
    growth      decimal(10, 2)
);
create index rect_quantity_by_case on rect_quantity (case_number);

create table rect_document (
    id          bigint       not null primary key,
    round_id    bigint       not null,
    case_number varchar(32),
    title       varchar(300) not null,
    kind        varchar(16)  not null,
    number      varchar(100)
);
create index rect_document_by_case on rect_document (case_number);
