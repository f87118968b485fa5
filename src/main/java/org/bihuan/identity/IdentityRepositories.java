package org.bihuan.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface UnitRepository extends JpaRepository<Unit, Long> {

    boolean existsByParentIdAndActiveTrue(long parentId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from IdentityUnit u order by u.id")
    List<Unit> lockAll();
}

interface PersonRepository extends JpaRepository<Person, Long> {

    boolean existsByLogin(String login);

    Optional<Person> findByLogin(String login);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from IdentityPerson p where p.id in :ids order by p.id")
    List<Person> lock(List<Long> ids);
}

interface SubstitutionRepository extends JpaRepository<Substitution, Long> {

    @Query("select s from IdentitySubstitution s where (s.absentId in :people or s.substituteId in :people)"
            + " and s.toDate >= :day order by s.fromDate, s.id")
    List<Substitution> concerning(List<Long> people, LocalDate day);
}

interface LoginSessionRepository extends JpaRepository<LoginSession, Long> {

    @Query("select s from IdentityLoginSession s where s.personId = :person and s.endedAt is null"
            + " and s.lastSeenAt > :since order by s.lastSeenAt desc, s.id")
    List<LoginSession> running(long person, java.time.Instant since);

    List<LoginSession> findByPersonIdAndEndedAtIsNull(long person);
}

interface SetupTokenRepository extends JpaRepository<SetupToken, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<SetupToken> findByTokenHash(String tokenHash);
}
