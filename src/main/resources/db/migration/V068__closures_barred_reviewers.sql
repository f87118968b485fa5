-- Who reviewed a measure does not approve the closure of its problem.
insert into work_barred (item_id, person_id)
select b.item_id, b.person_id from (
    select w.id item_id, m.reviewed_by person_id from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
    union select w.id, m.reviewed_for from work_item w join rect_problem p on p.case_number = w.case_number
        join rect_measure m on m.problem_id = p.id where w.form_key = 'bihuan:closure-approve' and w.state = 'OPEN'
) b where b.person_id is not null
    and not exists (select 1 from work_barred k where k.item_id = b.item_id and k.person_id = b.person_id);
