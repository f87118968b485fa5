-- One row per stored content; the file lies under the data folder by its digest.
create table evidence_blob (
  sha256 char(64) not null primary key,
  size bigint not null,
  media_type varchar(100) not null,
  stored_at datetime(6) not null
);

-- One row per file of a case; withdrawn rows stay.
create table evidence_item (
  id bigint not null primary key,
  case_number varchar(32) not null,
  problem_number varchar(32) not null,
  kind varchar(32) not null,
  attempt int not null,
  file_name varchar(255) not null,
  sha256 char(64) not null,
  size bigint not null,
  media_type varchar(100) not null,
  uploaded_by bigint not null,
  uploader_name varchar(100) not null,
  uploaded_at datetime(6) not null,
  withdrawn_at datetime(6),
  withdrawn_by bigint,
  withdrawn_reason varchar(500),
  version bigint not null,
  constraint fk_evidence_item_blob foreign key (sha256) references evidence_blob (sha256)
);
create index ix_evidence_item_case on evidence_item (case_number, attempt, kind);
create index ix_evidence_item_problem on evidence_item (problem_number, id);

-- Bytes a case has taken, so that two uploads at once cannot pass its limit together.
create table evidence_usage (
  case_number varchar(32) not null primary key,
  total bigint not null
);
