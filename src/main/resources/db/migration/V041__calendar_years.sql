-- Holidays of whole years as the system administrator entered them out of the State Council's notice.
create table calendar_year (
    holiday_year int          not null primary key,
    notice       varchar(300) not null,
    entered_by   varchar(200) not null,
    entered_at   datetime(6)  not null
);

-- Days off (workday false) and weekend days that are worked instead, as spans of days.
create table calendar_year_entry (
    holiday_year int          not null,
    from_day     date         not null,
    to_day       date         not null,
    workday      boolean      not null,
    name         varchar(100) not null,
    primary key (holiday_year, from_day)
);
