-- The trail is read newest first: all of it, by person, by family of action, by both, and by what it is about. A case
-- is read with its measures, so what an entry is about is its problem; the family is what stands before the dot.
alter table audit_event add column about varchar(64) generated always as (coalesce(problem, stream));
alter table audit_event add column family varchar(64)
    generated always as (left(action, locate('.', concat(action, '.')) - 1));

create index audit_event_at on audit_event (happened_at, id);
create index audit_event_by on audit_event (actor_id, happened_at, id);
create index audit_event_family on audit_event (family, happened_at, id);
create index audit_event_by_family on audit_event (actor_id, family, happened_at, id);
create index audit_event_about on audit_event (about, happened_at, id);
