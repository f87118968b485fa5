-- A person's name has up to 120 characters, and a substitute's stands beside the absent person's.
alter table rect_problem modify column returned_by varchar(300);
alter table rect_measure modify column returned_by varchar(300);
alter table evidence_item modify column uploader_name varchar(200) not null;
