-- Who may read a case and what a person answers for is found by index, however many rounds there are.
create index rect_measure_by_person on rect_measure (person_responsible, round_id, problem_id);
create index rect_measure_by_unit on rect_measure (responsible_unit, round_id, problem_id);
create index rect_problem_by_person on rect_problem (person_responsible);
create index rect_problem_by_official on rect_problem (lead_official);
create index rect_support_by_unit on rect_support (unit_id, case_number);
