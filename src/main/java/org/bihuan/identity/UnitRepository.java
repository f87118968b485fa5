package org.bihuan.identity;

import java.util.List;

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
