-- Corrections of single days by an administrator, over what the holiday files say.
create table calendar_day_override (
    on_date date         not null primary key,
    workday boolean      not null,
    name    varchar(100)
);
