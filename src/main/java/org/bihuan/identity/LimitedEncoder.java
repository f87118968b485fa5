package org.bihuan.identity;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.security.crypto.password.PasswordEncoder;

/** Computes at most a few hashes at once, so that a flood of logins cannot eat the memory; others wait. */
final class LimitedEncoder implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Semaphore places;

    LimitedEncoder(PasswordEncoder encoder, int hashesAtOnce) {
        this.encoder = encoder;
        this.places = new Semaphore(hashesAtOnce, true);
    }

    @Override
    public String encode(CharSequence password) {
        return inPlace(() -> encoder.encode(password));
    }

    /** A password beyond the greatest length is wrong without being hashed. */
    @Override
    public boolean matches(CharSequence password, String hash) {
        return password.length() <= PasswordRules.MAX_LENGTH && inPlace(() -> encoder.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
