-- Units, people, the duties they hold in units, substitutes, logins.
create table identity_unit (
    id         bigint       not null primary key,
    parent_id  bigint,
    kind       varchar(24)  not null,
    name       varchar(120) not null,
    sort_order int          not null,
    active     boolean      not null,
    version    bigint       not null
);

create table identity_person (
    id              bigint       not null primary key,
    login           varchar(60)  not null,
    display_name    varchar(60)  not null,
    password_hash   varchar(200) not null,
    must_change     boolean      not null,
    enabled         boolean      not null,
    failed_attempts int          not null,
    locked_until    datetime(6),
    version         bigint       not null,
    constraint identity_person_login unique (login)
);

create table identity_post (
    id      bigint      not null primary key,
    unit_id bigint      not null,
    duty    varchar(24) not null,
    constraint identity_post_duty unique (unit_id, duty),
    constraint identity_post_unit foreign key (unit_id) references identity_unit (id)
);
create index identity_post_by_duty on identity_post (duty);

create table identity_post_holder (
    post_id   bigint not null,
    person_id bigint not null,
    primary key (post_id, person_id),
    constraint identity_holder_post foreign key (post_id) references identity_post (id),
    constraint identity_holder_person foreign key (person_id) references identity_person (id)
);
create index identity_holder_by_person on identity_post_holder (person_id);

create table identity_substitution (
    id         bigint       not null primary key,
    absent     bigint       not null,
    substitute bigint       not null,
    from_day   date         not null,
    to_day     date         not null,
    reason     varchar(200)
);
create index identity_substitution_by_substitute on identity_substitution (substitute, to_day);
