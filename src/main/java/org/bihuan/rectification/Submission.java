package org.bihuan.rectification;

import java.util.List;
import java.util.Map;

/** What a person hands in with a step; which one a step takes is told by its form key. */
public sealed interface Submission {

    /** Receipt of a measure (签收). */
    record Acknowledge() implements Submission {}

    /** The work of a measure, with what was done and came of it. */
    record CarryOut(String report) implements Submission {}

    /** The rectification plan of a problem with its measures. */
    record Plan(String causeAnalysis, String target, String closureStandard, List<MeasurePlan> measures)
            implements Submission {

        public Plan {
            measures = List.copyOf(measures);
        }
    }

    /** The request for close-out (申请销号). */
    record Closure(String summary) implements Submission {}

    /** A review, verification or approval. */
    record Decided(Decision decision) implements Submission {}

    /** The result of the follow-up inspection (回头看). */
    record FollowUp(String result) implements Submission {}

    /** A form drawn by a process admin: what was entered, as text by field. */
    record Drawn(Map<String, String> entered) implements Submission {

        public Drawn {
            entered = Map.copyOf(entered);
        }
    }
}
