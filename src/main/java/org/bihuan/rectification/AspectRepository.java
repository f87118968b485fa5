package org.bihuan.rectification;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface AspectRepository extends JpaRepository<Aspect, Long> {

    List<Aspect> findByRoundIdOrderByOrdinal(long roundId);
}
