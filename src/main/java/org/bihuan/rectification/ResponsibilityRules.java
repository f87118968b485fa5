package org.bihuan.rectification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PersonRef;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses to name people with whom the case would get stuck later: whoever does the work neither
 * reviews, verifies nor closes it (domain.md section 2), so that for each of these steps somebody else
 * must be there. Said when people are named, not months later when the step is reached.
 */
@Component
class ResponsibilityRules {

    private static final String UNIT = "responsibleUnit";

    private static final String PERSON = "personResponsible";
    private static final String LEAD = "leadOfficial";

    private final Directory directory;

    ResponsibilityRules(Directory directory) {
        this.directory = directory;
    }

    /** Checks all that is named, and refuses once for it; what is not named yet is not missed here. */
    void require(Responsibility to) {
        Long lead = to.leadOfficial();
        Long unit = to.responsibleUnit();
        Long person = to.personResponsible();
        if (unit == null) {
            RuleViolation.gather(() -> lead(lead, person), () -> {
                if (person != null) {
                    throw RuleViolation.at(UNIT, "findings.assign.unitMissing");
                }
            });
            return;
        }
        RuleViolation.gather(
                () -> lead(lead, person),
                () -> doers(unit, person),
                () -> headBesides(unit, lead),
                () -> judges(unit, person, lead));
    }

    private void lead(@Nullable Long lead, @Nullable Long person) {
        if (lead != null && !enabled(lead)) {
            throw RuleViolation.at(LEAD, "findings.assign.leadGone");
        }
        if (lead != null && lead.equals(person)) {
            throw RuleViolation.at(LEAD, "findings.assign.leadIsDoer");
        }
    }

    /** A unit without any head is refused by itself. */
    private void headBesides(long unit, @Nullable Long lead) {
        Set<Long> heads = heads(unit);
        if (heads.remove(lead) && heads.isEmpty()) {
            throw RuleViolation.at(LEAD, "findings.assign.leadIsOnlyHead", name(unit));
        }
    }

    /** Checks a measure's own people under the lead official of its problem. */
    void requireOfMeasure(MeasureResponsibility own, @Nullable Long lead) {
        Long unit = own.unit();
        if (unit == null) {
            throw RuleViolation.at(UNIT, "findings.assign.unitMissing");
        }
        if (own.person() == null) {
            throw RuleViolation.at(PERSON, "findings.assign.personMissing", own.measure());
        }
        if (own.person().equals(lead)) {
            throw RuleViolation.at(PERSON, "findings.assign.measureByLead", own.measure());
        }
        doers(unit, own.person());
        judges(unit, own.person(), lead);
    }

    /** The same, each refusal beside the measure's own field: {@code <number>.unit} or {@code <number>.person}. */
    void requireBesideMeasure(MeasureResponsibility own, @Nullable Long lead) {
        try {
            requireOfMeasure(own, lead);
        } catch (RuleViolation refusal) {
            if (refusal.field() == null) {
                throw refusal;
            }
            String field = refusal.field().equals(UNIT) ? ".unit" : ".person";
            throw RuleViolation.at(own.measure().value() + field, refusal.key(), refusal.args());
        }
    }

    private void doers(long unit, @Nullable Long person) {
        Set<Long> heads = heads(unit);
        if (heads.isEmpty()) {
            throw RuleViolation.at(UNIT, "findings.assign.noHead", name(unit));
        }
        if (person == null) {
            return;
        }
        if (directory.members(unit).stream().noneMatch(member -> member.id() == person)) {
            throw RuleViolation.at(
                    PERSON,
                    "findings.assign.notInUnit",
                    directory.person(person).name(),
                    name(unit));
        }
        heads.remove(person);
        if (heads.isEmpty()) {
            throw RuleViolation.at(
                    PERSON, "findings.assign.onlyHead", directory.person(person).name(), name(unit));
        }
    }

    private void judges(long unit, @Nullable Long person, @Nullable Long lead) {
        Set<Long> verifiers = holders(Duty.SUPERVISOR);
        verifiers.removeAll(ids(directory.members(unit)));
        Set<Long> approvers = holders(Duty.APPROVER_HEAD);
        approvers.addAll(holders(Duty.APPROVER_DEPUTY));
        for (Long involved : new Long[] {person, lead}) {
            if (involved != null) {
                verifiers.remove(involved);
                approvers.remove(involved);
            }
        }
        if (verifiers.isEmpty()) {
            throw RuleViolation.at(UNIT, "findings.assign.noVerifier", name(unit));
        }
        if (approvers.isEmpty() || (approvers.equals(verifiers) && approvers.size() == 1)) {
            throw new RuleViolation("findings.assign.noApprover");
        }
    }

    private Set<Long> heads(long unit) {
        return directory
                .post(unit, Duty.UNIT_HEAD)
                .map(post -> ids(directory.holders(post.id())))
                .orElseGet(HashSet::new);
    }

    private Set<Long> holders(Duty duty) {
        return directory.posts(duty).stream()
                .flatMap(post -> directory.holders(post.id()).stream())
                .map(PersonRef::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Long> ids(List<PersonRef> people) {
        return people.stream().map(PersonRef::id).collect(Collectors.toCollection(HashSet::new));
    }

    private boolean enabled(long person) {
        return directory.person(person).enabled();
    }

    private String name(long unit) {
        return directory.unit(unit).name();
    }
}
