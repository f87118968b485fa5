-- Whether the imported document says 约, 近, 余… of a figure. Of rounds imported before, the clause beside it says so.
alter table rect_quantity
    add column approximate boolean not null default false;
