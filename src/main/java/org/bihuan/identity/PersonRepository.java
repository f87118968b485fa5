package org.bihuan.identity;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PersonRepository extends JpaRepository<Person, Long> {

    boolean existsByLogin(String login);

    Optional<Person> findByLogin(String login);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from IdentityPerson p where p.id in :ids order by p.id")
    List<Person> lock(List<Long> ids);

    /** The person if enabled, kept so until the transaction ends: others may hold them too, {@link #lock} waits. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select p from IdentityPerson p where p.id = :id and p.enabled = true")
    Optional<Person> holdEnabled(long id);
}
