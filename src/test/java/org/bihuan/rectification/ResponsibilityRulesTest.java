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
import org.bihuan.identity.Presence;
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
    private final Aggregates aggregates = mock(Aggregates.class);
    private final EarlierRows earlier = mock(EarlierRows.class);
    private final ResponsibilityRules rules =
            new ResponsibilityRules(directory, mock(Presence.class), aggregates, earlier);
    private final Problem problem = Fixtures.problem();

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
        when(aggregates.problem(MEASURE)).thenReturn(problem);
        when(earlier.of(any(), any())).thenReturn(Earlier.NOBODY);
    }

    private void require(Responsibility to) {
        rules.require(to, List.of(), Earlier.NOBODY);
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
        assertThat(assertRefused(key, () -> require(to)).field()).isEqualTo(field);
    }

    @Test
    void people_who_can_see_the_case_through_are_taken() {
        assertThatCode(() -> require(named(LEADER, OFFICE, HANDLER))).doesNotThrowAnyException();
        assertThatCode(() -> require(named(null, OFFICE, null))).doesNotThrowAnyException();
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
        assertThatCode(() -> require(named(LEADER, OFFICE, HANDLER))).doesNotThrowAnyException();
    }

    @Test
    void all_that_is_wrong_with_the_people_is_said_at_once() {
        when(directory.person(LEADER)).thenReturn(person(LEADER, false));
        when(directory.members(OFFICE)).thenReturn(people(HANDLER, HEAD, SUPERVISOR));
        assertThat(catchThrowableOfType(RuleViolation.class, () -> require(named(LEADER, OFFICE, STRANGER)))
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

    private static final long OTHER_OFFICE = 2;
    private static final long OTHER_HANDLER = 21;
    private static final long OTHER_HEAD = 22;
    private static final long SECOND_SUPERVISOR = 23;

    private void anotherOffice(long head, long... members) {
        PostRef post = new PostRef(201, OTHER_OFFICE, Duty.UNIT_HEAD);
        when(directory.unit(OTHER_OFFICE)).thenReturn(new UnitRef(OTHER_OFFICE, null, UnitKind.OFFICE, "社会办"));
        when(directory.members(OTHER_OFFICE)).thenReturn(people(members));
        when(directory.post(OTHER_OFFICE, Duty.UNIT_HEAD)).thenReturn(Optional.of(post));
        when(directory.holders(201)).thenReturn(people(head));
    }

    private static MeasureResponsibility ofTheOtherOffice() {
        return new MeasureResponsibility(MEASURE, OTHER_OFFICE, OTHER_HANDLER, Set.of());
    }

    @Test
    void who_verifies_the_whole_must_be_of_none_of_the_units_that_answer() {
        hold(102, Duty.SUPERVISOR, SUPERVISOR, SECOND_SUPERVISOR);
        when(directory.members(OFFICE)).thenReturn(people(HANDLER, HEAD, SUPERVISOR));
        anotherOffice(OTHER_HEAD, OTHER_HANDLER, OTHER_HEAD, SECOND_SUPERVISOR);
        assertThatCode(() -> require(named(LEADER, OFFICE, HANDLER))).doesNotThrowAnyException();
        assertThatCode(() -> rules.requireBesideMeasure(ofTheOtherOffice(), LEADER))
                .doesNotThrowAnyException();
        RuleViolation refusal = assertRefused(
                "findings.assign.noVerifier",
                () -> rules.require(named(LEADER, OFFICE, HANDLER), List.of(ofTheOtherOffice()), Earlier.NOBODY));
        assertThat(refusal.args()).containsExactly(List.of("党建办", "社会办"));
        problem.assign(named(LEADER, OFFICE, HANDLER));
        assertRefused("findings.assign.noVerifier", () -> rules.requireOfMeasure(ofTheOtherOffice(), LEADER));
    }

    @Test
    void the_only_head_who_reviews_a_measure_or_asks_for_close_out_is_not_the_only_one_to_approve() {
        anotherOffice(SECRETARY, OTHER_HANDLER, SECRETARY);
        assertRefused("findings.assign.noApprover", () -> rules.requireBesideMeasure(ofTheOtherOffice(), LEADER));
        hold(101, Duty.UNIT_HEAD, SECRETARY);
        refused("findings.assign.noApprover", null, named(LEADER, OFFICE, HANDLER));
        hold(104, Duty.APPROVER_DEPUTY, STRANGER);
        assertThatCode(() -> rules.require(named(LEADER, OFFICE, HANDLER), List.of(ofTheOtherOffice()), Earlier.NOBODY))
                .doesNotThrowAnyException();
    }

    @Test
    void who_had_a_part_in_an_earlier_attempt_is_not_counted_on() {
        Responsibility to = named(LEADER, OFFICE, HANDLER);
        for (Earlier before : List.of(
                earlier(Set.of(SUPERVISOR), Set.of(), Set.of()), earlier(Set.of(), Set.of(SUPERVISOR), Set.of()))) {
            assertRefused("findings.assign.noVerifier", () -> rules.require(to, List.of(), before));
        }
        for (Earlier before : List.of(
                earlier(Set.of(SECRETARY), Set.of(), Set.of()),
                earlier(Set.of(), Set.of(SECRETARY), Set.of()),
                earlier(Set.of(), Set.of(), Set.of(SECRETARY)))) {
            assertRefused("findings.assign.noApprover", () -> rules.require(to, List.of(), before));
        }
        anotherOffice(OTHER_HEAD, OTHER_HANDLER, OTHER_HEAD, SUPERVISOR);
        Earlier elsewhere = new Earlier(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(OTHER_OFFICE));
        assertRefused("findings.assign.noVerifier", () -> rules.require(to, List.of(), elsewhere));
    }

    private static Earlier earlier(Set<Long> doers, Set<Long> reviewers, Set<Long> verifiers) {
        return new Earlier(doers, Set.of(), reviewers, verifiers, Set.of());
    }
}
