-- What the lists are filtered and sorted by stands in the inbox itself, so that each sort is an index range.
alter table work_item add column subject varchar(500);

alter table work_inbox add column level varchar(10) default 'NORMAL' not null;
alter table work_inbox add column number_key varchar(40) default '' not null;
alter table work_inbox add column unit_id bigint;
alter table work_inbox add column step_key varchar(100) default '' not null;
update work_inbox set
    level = coalesce((select w.level from work_item w where w.id = work_inbox.item_id), 'NORMAL'),
    number_key = coalesce((select w.case_number from work_item w where w.id = work_inbox.item_id), ''),
    unit_id = (select w.unit_id from work_item w where w.id = work_inbox.item_id),
    step_key = coalesce((select w.step_key from work_item w where w.id = work_inbox.item_id), '');
create index work_inbox_by_level on work_inbox (principal, level, due, item_id);
create index work_inbox_by_number on work_inbox (principal, number_key, item_id);

-- Two windows on one form: a draft is replaced only by who has seen it.
alter table work_draft add column version int default 1 not null;

-- Before whom the work stood until the change, so that their screens hear of it; null for everybody.
alter table work_outbox add column principals varchar(500);
