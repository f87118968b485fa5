-- An attempt keeps for whom it was handed in, who answered for it and who judged it: none of them verifies a
-- later one. Known of attempts before this are those who stand on the measure, and who the trail says judged it.
alter table rect_attempt add column submitted_for bigint;
alter table rect_attempt add column responsible_unit bigint;
alter table rect_attempt add column person_responsible bigint;
alter table rect_attempt add column reviewed_by bigint;
alter table rect_attempt add column reviewed_for bigint;
alter table rect_attempt add column verified_by bigint;
alter table rect_attempt add column verified_for bigint;

update rect_attempt set
    submitted_for = (select m.submitted_for from rect_measure m where m.case_number = rect_attempt.case_number),
    reviewed_by = (select m.reviewed_by from rect_measure m where m.case_number = rect_attempt.case_number),
    reviewed_for = (select m.reviewed_for from rect_measure m where m.case_number = rect_attempt.case_number),
    verified_by = (select m.verified_by from rect_measure m where m.case_number = rect_attempt.case_number),
    verified_for = (select m.verified_for from rect_measure m where m.case_number = rect_attempt.case_number)
where attempt = (select case when m.state in ('SUBMITTED', 'REVIEWED', 'VERIFIED', 'ACCEPTED') then m.attempt
        else m.attempt - 1 end from rect_measure m where m.case_number = rect_attempt.case_number);
update rect_attempt set reviewed_by = (select max(e.actor_id) from audit_event e
    where e.stream = rect_attempt.case_number and e.action = 'measure.reviewed'
        and e.happened_at >= rect_attempt.submitted_at and e.happened_at <= rect_attempt.ended_at)
where reviewed_by is null and ended_at is not null;
update rect_attempt set verified_by = (select max(e.actor_id) from audit_event e
    where e.stream = rect_attempt.case_number and e.action = 'measure.accepted'
        and e.happened_at >= rect_attempt.submitted_at and e.happened_at <= rect_attempt.ended_at)
where verified_by is null and ended_at is not null;

-- The same for requests for close-out that were returned; of those before this the trail has one row for each act.
create table rect_closure_return (
    id           bigint      not null primary key,
    case_number  varchar(32) not null,
    proposed_by  bigint,
    proposed_for bigint,
    reviewed_by  bigint,
    reviewed_for bigint,
    verified_by  bigint,
    verified_for bigint,
    returned_at  datetime(6) not null
);
create index rect_closure_return_by_case on rect_closure_return (case_number);
insert into rect_closure_return (id, case_number, proposed_by, reviewed_by, verified_by, returned_at)
select e.id, e.stream,
    case when e.action = 'closure.proposed' then e.actor_id end,
    case when e.action = 'closure.reviewed' then e.actor_id end,
    case when e.action = 'closure.verified' then e.actor_id end,
    r.happened_at
from audit_event e join audit_event r on r.stream = e.stream and r.action = 'closure.returned'
where e.action in ('closure.proposed', 'closure.reviewed', 'closure.verified')
    and r.seq = (select min(n.seq) from audit_event n
        where n.stream = e.stream and n.seq > e.seq and n.action in ('closure.returned', 'closure.proposed'));
alter table rect_problem add column closure_returns int default 0 not null;
update rect_problem set closure_returns = (select count(*) from audit_event e
    where e.stream = rect_problem.case_number and e.action = 'closure.returned');

insert into work_barred (item_id, person_id)
select b.item_id, b.person_id from (
    select w.id item_id, a.submitted_by person_id from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id join rect_attempt a on a.case_number = m.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, a.reviewed_by from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id join rect_attempt a on a.case_number = m.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, a.verified_by from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id join rect_attempt a on a.case_number = m.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, c.proposed_by from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, c.reviewed_by from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, c.verified_by from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
) b where b.person_id is not null
    and not exists (select 1 from work_barred k where k.item_id = b.item_id and k.person_id = b.person_id);
