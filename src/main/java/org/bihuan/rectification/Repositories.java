package org.bihuan.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RoundRepository extends JpaRepository<Round, Long> {

    Optional<Round> findByCode(String code);
}

interface AspectRepository extends JpaRepository<Aspect, Long> {

    List<Aspect> findByRoundIdOrderByOrdinal(long roundId);
}

interface ProblemRepository extends JpaRepository<Problem, Long> {

    List<Problem> findByPersonResponsibleOrLeadOfficial(long person, long official);
}

interface MeasureRepository extends JpaRepository<Measure, Long> {

    List<Measure> findByPersonResponsible(long person);

    /** Written out: a derived query is put together anew at each use. */
    @Query("select m from Measure m where m.problemId = :problemId order by m.ordinal")
    List<Measure> findByProblemIdOrderByOrdinal(long problemId);

    List<Measure> findByProblemIdInOrderByOrdinal(Collection<Long> problemIds);
}
