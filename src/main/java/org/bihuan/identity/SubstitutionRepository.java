package org.bihuan.identity;

import java.time.LocalDate;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SubstitutionRepository extends JpaRepository<Substitution, Long> {

    @Query("select s from IdentitySubstitution s where (s.absentId in :people or s.substituteId in :people)"
            + " and s.toDate >= :day order by s.fromDate, s.id")
    List<Substitution> concerning(List<Long> people, LocalDate day);
}
