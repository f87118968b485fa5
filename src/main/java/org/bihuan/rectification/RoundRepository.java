package org.bihuan.rectification;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface RoundRepository extends JpaRepository<Round, Long> {

    Optional<Round> findByCode(String code);
}
