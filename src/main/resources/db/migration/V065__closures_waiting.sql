-- Open steps of one form over all principals, the most urgent first: the queue of closures that wait for approval.
create index work_item_by_form on work_item (form_key, state, due, id);
