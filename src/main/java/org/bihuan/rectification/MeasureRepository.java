package org.bihuan.rectification;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MeasureRepository extends JpaRepository<Measure, Long> {

    /** Written out: a derived query is put together anew at each use. */
    @Query("select m from Measure m where m.problemId = :problemId order by m.ordinal")
    List<Measure> findByProblemIdOrderByOrdinal(long problemId);

    @Query("select m from Measure m where m.roundId = :roundId")
    List<Measure> findByRoundId(long roundId);

    List<Measure> findByProblemIdInOrderByOrdinal(Collection<Long> problemIds);
}
