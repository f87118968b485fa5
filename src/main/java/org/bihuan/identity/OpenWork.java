package org.bihuan.identity;

import java.util.List;

/** Tells what open work a person has, and hands it over; implemented by the worklist. */
public interface OpenWork {

    /**
     * What a person would leave behind.
     *
     * @param tasks open steps that stand before the person alone
     * @param problems open problems that the person leads or is responsible for
     * @param measures measures of open problems that the person is responsible for
     */
    record Own(int tasks, int problems, int measures) {

        /** Nothing. */
        public static final Own NOTHING = new Own(0, 0, 0);

        /** Whether a successor is needed. */
        public boolean any() {
            return tasks + problems + measures > 0;
        }
    }

    /** Open steps that stand before a post and that nobody else could take. */
    record Waiting(PostRef post, int steps) {}

    /** What the person answers for, and what stands before them. */
    Own own(long personId);

    /** Which of these posts have open steps that nobody could take but the person. */
    List<Waiting> waiting(long personId, List<PostRef> posts);

    /**
     * Hands everything of {@link #own} over.
     *
     * @throws org.bihuan.shared.RuleViolation where the successor may not take something over
     */
    void handOver(long fromPersonId, long toPersonId, Actor by);
}
