package org.bihuan.identity;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LoginSessionRepository extends JpaRepository<LoginSession, Long> {

    @Query("select s from IdentityLoginSession s where s.personId = :person and s.endedAt is null"
            + " and s.lastSeenAt > :since order by s.lastSeenAt desc, s.id")
    List<LoginSession> running(long person, Instant since);

    List<LoginSession> findByPersonIdAndEndedAtIsNull(long person);
}
