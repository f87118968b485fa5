package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses a batch once for everything that stands against it. Each fault is said once, beside its field,
 * with the numbers of the problems that have it, where it is not all of them.
 */
@Component
class BatchRules {

    private final ResponsibilityBook book;

    BatchRules(ResponsibilityBook book) {
        this.book = book;
    }

    /** One fault, however many problems have it; a refusal's own case number is no part of it. */
    private record Fault(@Nullable String field, String key, List<Object> args) {}

    void require(List<Problem> problems, Responsibility part, boolean start) {
        Map<Fault, List<Problem>> faults = new LinkedHashMap<>();
        for (Problem problem : problems) {
            Responsibility before = book.of(problem);
            Responsibility to = before.with(part);
            Stream.concat(
                            refusals(() -> book.require(problem, before, to)),
                            start ? refusals(() -> problem.requireStartable(to)) : Stream.of())
                    .map(refusal -> fault(refusal, problem))
                    .distinct()
                    .forEach(fault -> faults.computeIfAbsent(fault, f -> new ArrayList<>())
                            .add(problem));
        }
        List<RuleViolation> found = new ArrayList<>();
        faults.forEach((fault, those) -> found.add(said(fault, those, problems.size())));
        if (!found.isEmpty()) {
            throw RuleViolation.together(found);
        }
    }

    private static Stream<RuleViolation> refusals(Runnable check) {
        try {
            check.run();
            return Stream.of();
        } catch (RuleViolation refusal) {
            return refusal.all().stream();
        }
    }

    private static Fault fault(RuleViolation refusal, Problem problem) {
        return new Fault(
                refusal.field(),
                refusal.key(),
                Stream.of(refusal.args())
                        .filter(arg -> !Objects.equals(arg, problem.caseNumber().value()))
                        .toList());
    }

    private static RuleViolation said(Fault fault, List<Problem> those, int of) {
        List<String> numbers =
                those.stream().map(problem -> problem.caseNumber().value()).toList();
        if (fault.field() == null) {
            return new RuleViolation(
                    fault.key(),
                    fault.args().isEmpty()
                            ? new Object[] {numbers}
                            : fault.args().toArray());
        }
        RuleViolation refusal =
                RuleViolation.at(fault.field(), fault.key(), fault.args().toArray());
        return those.size() == of ? refusal : refusal.about(numbers);
    }
}
