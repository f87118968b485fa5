-- Units, people, the duties they hold in units, substitutes, the way in.
create table identity_unit (
    id bigint not null primary key,
    parent_id bigint,
    kind varchar(32) not null,
    name varchar(200) not null,
    short_name varchar(60),
    sort_order int not null,
    active boolean not null,
    version bigint not null,
    constraint fk_identity_unit_parent foreign key (parent_id) references identity_unit (id)
);

create table identity_person (
    id bigint not null primary key,
    login varchar(64) not null,
    display_name varchar(120) not null,
    sort_key varchar(190) not null,
    password_hash varchar(255) not null,
    password_changed_at datetime(6) not null,
    must_change_password boolean not null,
    enabled boolean not null,
    failed_attempts int not null,
    locked_until datetime(6),
    last_login_at datetime(6),
    locale varchar(16),
    version bigint not null,
    constraint uq_identity_person_login unique (login)
);

create index ix_identity_person_sort on identity_person (sort_key, id);

create table identity_post (
    id bigint not null primary key,
    unit_id bigint not null,
    duty varchar(32) not null,
    constraint uq_identity_post unique (unit_id, duty),
    constraint fk_identity_post_unit foreign key (unit_id) references identity_unit (id)
);

create index ix_identity_post_duty on identity_post (duty);

create table identity_post_holder (
    post_id bigint not null,
    person_id bigint not null,
    primary key (post_id, person_id),
    constraint fk_identity_holder_post foreign key (post_id) references identity_post (id),
    constraint fk_identity_holder_person foreign key (person_id) references identity_person (id)
);

create index ix_identity_holder_person on identity_post_holder (person_id, post_id);

create table identity_substitution (
    id bigint not null primary key,
    absent_id bigint not null,
    substitute_id bigint not null,
    from_date date not null,
    to_date date not null,
    reason varchar(200) not null,
    version bigint not null,
    constraint fk_identity_substitution_absent foreign key (absent_id) references identity_person (id),
    constraint fk_identity_substitution_substitute foreign key (substitute_id) references identity_person (id)
);

create index ix_identity_substitution_absent on identity_substitution (absent_id, to_date);

create index ix_identity_substitution_substitute on identity_substitution (substitute_id, to_date);

create table identity_login_session (
    id bigint not null primary key,
    person_id bigint not null,
    address varchar(64) not null,
    device varchar(200) not null,
    created_at datetime(6) not null,
    last_seen_at datetime(6) not null,
    ended_at datetime(6),
    version bigint not null,
    constraint fk_identity_session_person foreign key (person_id) references identity_person (id)
);

create index ix_identity_session_person on identity_login_session (person_id, ended_at, last_seen_at);

create table identity_setup (
    id bigint not null primary key,
    token_hash varchar(64) not null,
    expires_at datetime(6) not null,
    used_at datetime(6),
    version bigint not null
);

-- One row: counted up by every change of units, people, duties and substitutes, so that each node
-- sees cheaply whether what it remembers still holds.
create table identity_revision (
    id int not null primary key,
    revision bigint not null
);

insert into identity_revision (id, revision) values (1, 1);
