-- Whom the rules keep from judging a step to claim, people and units between commas, stands in the lists' own rows.
-- Closures had it in a table of their own; here all steps at which something is judged are brought up to it.
alter table work_item add column barred text;
alter table work_inbox add column barred text;

insert into work_barred (item_id, person_id)
select b.item_id, b.id from (
    select w.id item_id, m.submitted_by id from work_item w join rect_measure m on m.case_number = w.case_number
        where w.form_key in ('bihuan:measure-review', 'bihuan:measure-verify') and w.state = 'OPEN'
    union select w.id, m.submitted_for from work_item w join rect_measure m on m.case_number = w.case_number
        where w.form_key in ('bihuan:measure-review', 'bihuan:measure-verify') and w.state = 'OPEN'
    union select w.id, m.person_responsible from work_item w join rect_measure m on m.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN'
    union select w.id, m.responsible_unit from work_item w join rect_measure m on m.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN'
    union select w.id, m.reviewed_by from work_item w join rect_measure m on m.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN'
    union select w.id, m.reviewed_for from work_item w join rect_measure m on m.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN'
    union select w.id, a.submitted_by from work_item w join rect_attempt a on a.case_number = w.case_number
        where w.form_key in ('bihuan:measure-review', 'bihuan:measure-verify') and w.state = 'OPEN' and a.ended_at is not null
    union select w.id, a.submitted_for from work_item w join rect_attempt a on a.case_number = w.case_number
        where w.form_key in ('bihuan:measure-review', 'bihuan:measure-verify') and w.state = 'OPEN' and a.ended_at is not null
    union select w.id, a.person_responsible from work_item w join rect_attempt a on a.case_number = w.case_number
        where w.form_key in ('bihuan:measure-review', 'bihuan:measure-verify') and w.state = 'OPEN' and a.ended_at is not null
    union select w.id, a.responsible_unit from work_item w join rect_attempt a on a.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN' and a.ended_at is not null
    union select w.id, a.reviewed_by from work_item w join rect_attempt a on a.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN'
    union select w.id, a.reviewed_for from work_item w join rect_attempt a on a.case_number = w.case_number
        where w.form_key = 'bihuan:measure-verify' and w.state = 'OPEN'
    union select w.id, p.person_responsible from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, p.responsible_unit from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, p.planned_by from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, p.planned_for from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, p.proposed_by from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, p.proposed_for from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, p.reviewed_by from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, p.reviewed_for from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, m.person_responsible from work_item w join rect_measure m on m.problem_number = w.case_number
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, m.submitted_by from work_item w join rect_measure m on m.problem_number = w.case_number
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, m.submitted_for from work_item w join rect_measure m on m.problem_number = w.case_number
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, m.responsible_unit from work_item w join rect_measure m on m.problem_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, m.reviewed_by from work_item w join rect_measure m on m.problem_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, m.reviewed_for from work_item w join rect_measure m on m.problem_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, a.submitted_by from work_item w join rect_measure m on m.problem_number = w.case_number
        join rect_attempt a on a.case_number = m.case_number and m.attempt > 1
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, a.submitted_for from work_item w join rect_measure m on m.problem_number = w.case_number
        join rect_attempt a on a.case_number = m.case_number and m.attempt > 1
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, a.person_responsible from work_item w join rect_measure m on m.problem_number = w.case_number
        join rect_attempt a on a.case_number = m.case_number and m.attempt > 1
        where w.form_key in ('bihuan:closure-verify', 'bihuan:follow-up') and w.state = 'OPEN'
    union select w.id, a.responsible_unit from work_item w join rect_measure m on m.problem_number = w.case_number
        join rect_attempt a on a.case_number = m.case_number and m.attempt > 1
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, a.reviewed_by from work_item w join rect_measure m on m.problem_number = w.case_number
        join rect_attempt a on a.case_number = m.case_number and m.attempt > 1
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, a.reviewed_for from work_item w join rect_measure m on m.problem_number = w.case_number
        join rect_attempt a on a.case_number = m.case_number and m.attempt > 1
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, c.proposed_by from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, c.proposed_for from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, c.reviewed_by from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
    union select w.id, c.reviewed_for from work_item w join rect_closure_return c on c.case_number = w.case_number
        where w.form_key = 'bihuan:closure-verify' and w.state = 'OPEN'
) b where b.id is not null;

-- Otherwise MySQL cuts a list of more than fifty; to others this is a comment.
/*! set session group_concat_max_len = 1000000 */;
update work_item set barred = (select concat(',', group_concat(b.person_id order by b.person_id separator ','), ',')
    from work_barred b where b.item_id = work_item.id)
where state = 'OPEN' and form_key in ('bihuan:measure-review', 'bihuan:measure-verify', 'bihuan:closure-verify',
    'bihuan:closure-approve', 'bihuan:follow-up');
update work_inbox set barred = (select w.barred from work_item w where w.id = work_inbox.item_id);
drop table work_barred;
