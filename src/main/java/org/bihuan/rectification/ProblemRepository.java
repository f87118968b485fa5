package org.bihuan.rectification;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface ProblemRepository extends JpaRepository<Problem, Long> {

    List<Problem> findByPersonResponsibleOrLeadOfficial(long person, long official);
}
