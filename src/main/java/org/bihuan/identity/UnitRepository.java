package org.bihuan.identity;

import java.util.List;

import jakarta.persistence.LockModeType;

import org.bihuan.shared.RuleViolation;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface UnitRepository extends JpaRepository<Unit, Long> {

    boolean existsByParentIdAndActiveTrue(long parentId);

    @Query("select u.name from IdentityUnit u where u.active = true and u.id <> :unitId")
    List<String> namesInUseBeside(long unitId);

    /**
     * Refuses with {@code refusal} beside the name if another unit in use is called like this one. To be asked
     * after the change has been counted: changes of the organisation wait there for each other.
     */
    default void requireNameIsFree(Unit unit, String refusal) {
        namesInUseBeside(unit.id()).stream()
                .filter(unit::isCalledLike)
                .findFirst()
                .ifPresent(taken -> {
                    throw RuleViolation.at("name", refusal, taken);
                });
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from IdentityUnit u order by u.id")
    List<Unit> lockAll();
}
