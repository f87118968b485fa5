package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bihuan.rectification.Fixtures.assertRefused;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.identity.UnitKind;
import org.bihuan.identity.UnitRef;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People with whom a case would get stuck are refused when they are named. */
class ResponsibilityRulesTest {

    private static final long OFFICE = 1;
    private static final long HANDLER = 11;
    private static final long HEAD = 12;
    private static final long LEADER = 13;
    private static final long SUPERVISOR = 14;
    private static final long SECRETARY = 15;
    private static final long STRANGER = 16;
    private static final CaseNumber MEASURE = new CaseNumber("XH2026-P01-M01");

    private final Directory directory = mock(Directory.class);
    private final ResponsibilityRules rules = new ResponsibilityRules(directory);

    @BeforeEach
    void aStreetThatIsInOrder() {
        when(directory.unit(OFFICE)).thenReturn(new UnitRef(OFFICE, null, UnitKind.OFFICE, "党建办"));
        when(directory.person(anyLong())).thenAnswer(call -> person(call.getArgument(0), true));
        when(directory.post(anyLong(), any())).thenReturn(Optional.empty());
        when(directory.members(OFFICE)).thenReturn(people(HANDLER, HEAD));
        hold(101, Duty.UNIT_HEAD, HEAD);
        hold(102, Duty.SUPERVISOR, SUPERVISOR);
        hold(103, Duty.APPROVER_HEAD, SECRETARY);
        hold(104, Duty.APPROVER_DEPUTY);
    }

    private void hold(long post, Duty duty, long... people) {
        PostRef ref = new PostRef(post, OFFICE, duty);
        when(directory.post(OFFICE, duty)).thenReturn(people.length == 0 ? Optional.empty() : Optional.of(ref));
        when(directory.posts(duty)).thenReturn(people.length == 0 ? List.of() : List.of(ref));
        when(directory.holders(post)).thenReturn(people(people));
    }

    private static List<PersonRef> people(long... ids) {
        return Arrays.stream(ids).mapToObj(id -> person(id, true)).toList();
    }

    private static PersonRef person(long id, boolean enabled) {
        return new PersonRef(id, "人员" + id, "p" + id, enabled);
    }

    private static Responsibility named(@Nullable Long lead, @Nullable Long unit, @Nullable Long person) {
        return new Responsibility(lead, unit, unit, person, Set.of());
    }

    private void refused(String key, @Nullable String field, Responsibility to) {
        assertThat(assertRefused(key, () -> rules.require(to)).field()).isEqualTo(field);
    }

    @Test
    void people_who_can_see_the_case_through_are_taken() {
        assertThatCode(() -> rules.require(named(LEADER, OFFICE, HANDLER))).doesNotThrowAnyException();
        assertThatCode(() -> rules.require(named(null, OFFICE, null))).doesNotThrowAnyException();
        assertThatCode(() ->
                        rules.requireOfMeasure(new MeasureResponsibility(MEASURE, OFFICE, HANDLER, Set.of()), LEADER))
                .doesNotThrowAnyException();
    }

    @Test
    void the_person_must_hold_a_duty_in_the_responsible_unit() {
        refused("findings.assign.notInUnit", "personResponsible", named(LEADER, OFFICE, STRANGER));
        refused("findings.assign.unitMissing", "responsibleUnit", named(LEADER, null, HANDLER));
    }

    @Test
    void the_lead_official_does_not_do_the_work() {
        refused("findings.assign.leadIsDoer", "leadOfficial", named(HANDLER, OFFICE, HANDLER));
        when(directory.person(LEADER)).thenReturn(person(LEADER, false));
        refused("findings.assign.leadGone", "leadOfficial", named(LEADER, OFFICE, HANDLER));
    }

    @Test
    void somebody_else_must_head_the_unit() {
        refused("findings.assign.onlyHead", "personResponsible", named(LEADER, OFFICE, HEAD));
        refused("findings.assign.leadIsOnlyHead", "leadOfficial", named(HEAD, OFFICE, HANDLER));
        hold(101, Duty.UNIT_HEAD);
        refused("findings.assign.noHead", "responsibleUnit", named(LEADER, OFFICE, HANDLER));
    }

    @Test
    void somebody_of_another_unit_must_be_able_to_verify() {
        when(directory.members(OFFICE)).thenReturn(people(HANDLER, HEAD, SUPERVISOR));
        refused("findings.assign.noVerifier", "responsibleUnit", named(LEADER, OFFICE, HANDLER));
        when(directory.members(OFFICE)).thenReturn(people(HANDLER, HEAD));
        refused("findings.assign.noVerifier", "responsibleUnit", named(SUPERVISOR, OFFICE, HANDLER));
    }

    @Test
    void somebody_else_than_lead_official_and_verifier_must_be_able_to_approve() {
        refused("findings.assign.noApprover", null, named(SECRETARY, OFFICE, HANDLER));
        hold(103, Duty.APPROVER_HEAD, SUPERVISOR);
        refused("findings.assign.noApprover", null, named(LEADER, OFFICE, HANDLER));
        hold(104, Duty.APPROVER_DEPUTY, SECRETARY);
        assertThatCode(() -> rules.require(named(LEADER, OFFICE, HANDLER))).doesNotThrowAnyException();
    }

    @Test
    void all_that_is_wrong_with_the_people_is_said_at_once() {
        when(directory.person(LEADER)).thenReturn(person(LEADER, false));
        when(directory.members(OFFICE)).thenReturn(people(HANDLER, HEAD, SUPERVISOR));
        assertThat(catchThrowableOfType(RuleViolation.class, () -> rules.require(named(LEADER, OFFICE, STRANGER)))
                        .all())
                .extracting(RuleViolation::key)
                .containsExactly("findings.assign.leadGone", "findings.assign.notInUnit", "findings.assign.noVerifier");
    }

    private void refused(String key, @Nullable Long unit, @Nullable Long person) {
        assertRefused(
                key, () -> rules.requireOfMeasure(new MeasureResponsibility(MEASURE, unit, person, Set.of()), LEADER));
    }

    @Test
    void a_measure_with_people_of_its_own_keeps_the_same_rules() {
        refused("findings.assign.unitMissing", null, HANDLER);
        refused("findings.assign.personMissing", OFFICE, null);
        refused("findings.assign.measureByLead", OFFICE, LEADER);
        refused("findings.assign.notInUnit", OFFICE, STRANGER);
        refused("findings.assign.onlyHead", OFFICE, HEAD);
    }
}
