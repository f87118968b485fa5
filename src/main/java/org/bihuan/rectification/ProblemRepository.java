package org.bihuan.rectification;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProblemRepository extends JpaRepository<Problem, Long> {

    @Query("select p from Problem p where p.roundId = :roundId")
    List<Problem> findByRoundId(long roundId);
}
