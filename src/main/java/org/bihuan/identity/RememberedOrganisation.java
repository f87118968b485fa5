package org.bihuan.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/** Answers about units and posts, remembered as long as the organisation stays as it is. */
@Component
class RememberedOrganisation {

    private final OrganisationRevision revision;
    private volatile Book book = new Book(-1, Map.of());

    RememberedOrganisation(OrganisationRevision revision) {
        this.revision = revision;
    }

    private record Book(long revision, Map<Object, Optional<?>> answers) {}

    /** The answer to a question, read by {@code look} where it is not known; no answer is an answer too. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> answer(Object question, Supplier<Optional<T>> look) {
        if (revision.changedHere()) {
            return look.get();
        }
        long now = revision.current();
        Book known = book;
        if (known.revision() != now) {
            known = new Book(now, new ConcurrentHashMap<>());
            book = known;
        }
        Optional<?> answer = known.answers().get(question);
        if (answer == null) {
            answer = look.get();
            known.answers().put(question, answer);
        }
        return (Optional<T>) answer;
    }
}
