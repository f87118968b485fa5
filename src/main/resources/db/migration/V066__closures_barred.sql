-- Whom the rules keep from deciding on a closure that waits, so that it is counted only where it can be decided.
create table work_barred (
    item_id   bigint not null,
    person_id bigint not null,
    primary key (item_id, person_id)
);
insert into work_barred (item_id, person_id)
select b.item_id, b.person_id from (
    select w.id item_id, p.person_responsible person_id from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, p.proposed_by from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, p.proposed_for from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, p.reviewed_by from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, p.reviewed_for from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, p.verified_by from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, p.verified_for from work_item w join rect_problem p on p.case_number = w.case_number
        where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, m.person_responsible from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, m.submitted_by from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, m.submitted_for from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, m.verified_by from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, m.verified_for from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
) b where b.person_id is not null;
