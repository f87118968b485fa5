-- A half-checked feedback document: one for each clerk, until it is accepted as a round or put away.
create table rect_import_draft (
    person_id  bigint      not null primary key,
    id         bigint      not null,
    revision   int         not null,
    source     mediumtext  not null,
    content    mediumtext  not null,
    updated_at datetime(6) not null
);
