package org.bihuan.rectification;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everybody who had a part in the attempts at a measure, or in those at all measures of a problem and in
 * its earlier requests for close-out. A returned attempt keeps its people for the separation of duties,
 * whoever has the work now: its evidence stands on.
 *
 * @param doers who handed work in, for whom they did, and who answered for it
 * @param proposers who asked for close-out
 * @param units units that answered for the work
 */
record Earlier(Set<Long> doers, Set<Long> proposers, Set<Long> reviewers, Set<Long> verifiers, Set<Long> units) {

    /** Before the first attempt is judged. */
    static final Earlier NOBODY = new Earlier(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    Earlier {
        doers = Set.copyOf(doers);
        proposers = Set.copyOf(proposers);
        reviewers = Set.copyOf(reviewers);
        verifiers = Set.copyOf(verifiers);
        units = Set.copyOf(units);
    }

    Earlier and(Earlier other) {
        return new Earlier(
                both(doers, other.doers),
                both(proposers, other.proposers),
                both(reviewers, other.reviewers),
                both(verifiers, other.verifiers),
                both(units, other.units));
    }

    private static Set<Long> both(Set<Long> some, Set<Long> more) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Whether a unit of theirs answered for the work. */
    boolean withUnitOf(Hands hands) {
        return hands.units().stream().anyMatch(units::contains);
    }

    Stream<Long> everybody() {
        return Stream.of(doers, proposers, reviewers, verifiers).flatMap(Set::stream);
    }
}
