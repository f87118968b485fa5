package org.bihuan.identity;

import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface UnitRepository extends JpaRepository<Unit, Long> {

    boolean existsByParentIdAndActiveTrue(long parentId);

    @Query("select u.name from IdentityUnit u where u.active = true and u.id <> :unitId")
    List<String> namesInUseBeside(long unitId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from IdentityUnit u order by u.id")
    List<Unit> lockAll();
}
