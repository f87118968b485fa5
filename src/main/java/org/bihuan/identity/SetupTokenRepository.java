package org.bihuan.identity;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface SetupTokenRepository extends JpaRepository<SetupToken, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<SetupToken> findByTokenHash(String tokenHash);
}
