-- What the imported document counts and names for a round as a whole stands without a case number.
create index rect_quantity_by_round on rect_quantity (round_id, case_number);
create index rect_document_by_round on rect_document (round_id, case_number);
