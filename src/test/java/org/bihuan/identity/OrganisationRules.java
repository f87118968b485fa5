package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** Every rule about units, people, duties and substitutes, against a database. */
abstract class OrganisationRules extends IdentityTestBed {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void the_actor_carries_posts_and_principals() {
        as("head");
        Actor actor = currentActor.require();
        assertThat(actor.has(Duty.UNIT_HEAD, unit("office"))).isTrue();
        assertThat(actor.has(Duty.UNIT_HEAD, unit("village"))).isFalse();
        PostRef post = directory.post(unit("office"), Duty.UNIT_HEAD).orElseThrow();
        assertThat(actor.principals()).containsExactlyInAnyOrder(id("head"), post.id());
    }

    @Test
    void a_granted_duty_counts_at_once_and_is_in_the_trail() {
        as("head");
        assertThat(currentActor.require().has(Duty.CLERK)).isFalse();
        as("sys");
        administration.grant(id("head"), unit("village"), Duty.CLERK);
        as("head");
        assertThat(currentActor.require().has(Duty.CLERK, unit("village"))).isTrue();
        assertThat(trail("person:" + id("head")))
                .containsExactly("person.created", "person.dutyGranted", "person.dutyGranted");
        as("sys");
        administration.revoke(id("head"), unit("village"), Duty.CLERK);
        as("head");
        assertThat(currentActor.require().has(Duty.CLERK)).isFalse();
    }

    @Test
    void a_rolled_back_grant_leaves_nothing() {
        as("sys");
        refused(() -> administration.grant(id("head"), unit("office"), Duty.UNIT_HEAD), "identity.duty.alreadyHeld");
        assertThat(trail("person:" + id("head"))).containsExactly("person.created", "person.dutyGranted");
    }

    @Test
    void nobody_holds_two_of_the_three_officers_duties() {
        as("sys");
        refused(
                () -> administration.grant(id("aud"), unit("office"), Duty.SECURITY_ADMIN),
                "identity.duty.officersSeparate");
        refused(() -> administration.grant(id("sys"), unit("top"), Duty.AUDIT_ADMIN), "identity.duty.officersSeparate");
        administration.grant(id("head"), unit("top"), Duty.SYSTEM_ADMIN);
        refused(
                () -> administration.grant(id("head"), unit("top"), Duty.SECURITY_ADMIN),
                "identity.duty.officersSeparate");
    }

    @Test
    void a_set_up_cannot_give_two_units_one_name_either() {
        refused(
                () -> setup.create(
                        List.of(
                                new SetupUnit("x", null, UnitKind.OFFICE, "综合办"),
                                new SetupUnit("y", null, UnitKind.OFFICE, " 综合办 ")),
                        List.of(),
                        PASSWORD,
                        false),
                "identity.unit.nameTaken");
    }

    @Test
    void a_set_up_cannot_give_two_officers_duties_either() {
        refused(
                () -> setup.create(
                        List.of(new SetupUnit("x", null, UnitKind.OFFICE, "综合办")),
                        List.of(new SetupPerson(
                                "both",
                                "综合办主任",
                                List.of(new SetupDuty("x", Duty.SYSTEM_ADMIN), new SetupDuty("x", Duty.AUDIT_ADMIN)))),
                        PASSWORD,
                        false),
                "identity.duty.officersSeparate");
        assertThat(directory.personByLogin("both")).isEmpty();
    }

    @Test
    void each_officer_does_only_their_own_work() {
        for (String other : List.of("sec", "aud", "head")) {
            as(other);
            forbidden(() -> administration.createUnit(null, UnitKind.OFFICE, "综合办"));
            forbidden(() -> administration.renameUnit(unit("office"), "党建办", "综合办"));
            forbidden(() -> administration.moveUnit(unit("office"), unit("top"), null));
            forbidden(() -> administration.deactivateUnit(unit("office")));
            forbidden(() -> administration.activateUnit(unit("office")));
            forbidden(() -> administration.createPerson("new", "干事"));
            forbidden(() -> administration.renamePerson(id("head"), "党建办主任", "干事"));
            forbidden(() -> administration.grant(id("head"), unit("office"), Duty.CLERK));
            forbidden(() -> administration.revoke(id("head"), unit("office"), Duty.UNIT_HEAD));
            forbidden(() -> administration.disable(id("head"), null));
            forbidden(() -> administration.leftBehind(id("head")));
            forbidden(() -> administration.enable(id("head")));
            forbidden(() -> administration.substitute(id("head"), id("handler"), TODAY, TODAY, ""));
            forbidden(() -> administration.endSubstitution(1));
        }
        for (String other : List.of("sys", "aud", "head")) {
            as(other);
            forbidden(() -> access.resetPassword(id("head"), NOW));
            forbidden(() -> access.unlock(id("head")));
            forbidden(() -> access.sessions(id("head")));
            forbidden(() -> access.endSession(1));
        }
        as("head");
        forbidden(() -> overview.units());
        forbidden(() -> overview.people(new PeopleOverview.Filter(null, ""), 0, 10));
        as("aud");
        assertThat(overview.count(new PeopleOverview.Filter(null, ""))).isEqualTo(6);
    }

    @Test
    void units_are_created_renamed_and_moved_but_never_below_themselves() {
        as("sys");
        UnitRef line = administration.createUnit(unit("office"), UnitKind.LINE, " 党建条线 ");
        assertThat(line.name()).isEqualTo("党建条线");
        administration.renameUnit(line.id(), "党建条线", "组织条线");
        refused(() -> administration.moveUnit(unit("office"), unit("top"), line.id()), "identity.unit.belowItself");
        refused(
                () -> administration.moveUnit(unit("office"), unit("top"), unit("office")),
                "identity.unit.belowItself");
        administration.moveUnit(line.id(), unit("office"), unit("village"));
        assertThat(directory.unit(line.id())).isEqualTo(new UnitRef(line.id(), unit("village"), UnitKind.LINE, "组织条线"));
        assertThat(trail("unit:" + line.id())).containsExactly("unit.created", "unit.renamed", "unit.moved");
    }

    @Test
    void a_unit_that_somebody_else_has_moved_meanwhile_stays_where_they_put_it() {
        as("sys");
        UnitRef line = administration.createUnit(unit("office"), UnitKind.LINE, "条线");
        administration.moveUnit(line.id(), unit("office"), null);
        assertThat(directory.unit(line.id()).parentId()).isNull();
        for (Long wanted : List.of(unit("village"), unit("office"))) {
            refused(() -> administration.moveUnit(line.id(), unit("office"), wanted), "identity.unit.movedMeanwhile");
        }
        assertThat(directory.unit(line.id()).parentId()).isNull();
        administration.moveUnit(line.id(), null, null);
        assertThat(trail("unit:" + line.id())).containsExactly("unit.created", "unit.moved");
    }

    @Test
    void a_name_that_somebody_else_has_changed_meanwhile_is_not_overwritten() {
        as("sys");
        String before = directory.person(id("head")).name();
        administration.renamePerson(id("head"), before, "党建办负责人");
        refused(() -> administration.renamePerson(id("head"), before, "党建办副主任"), "identity.renamedMeanwhile");
        assertThat(directory.person(id("head")).name()).isEqualTo("党建办负责人");
        administration.renameUnit(unit("office"), "党建办", "党群办");
        refused(() -> administration.renameUnit(unit("office"), "党建办", "综合办"), "identity.renamedMeanwhile");
        assertThat(directory.unit(unit("office")).name()).isEqualTo("党群办");
    }

    @Test
    void no_two_units_in_use_are_called_alike() {
        as("sys");
        UnitRef line = administration.createUnit(unit("office"), UnitKind.LINE, "条线（一）");
        for (String alike : List.of("党建办", " 党建\u3000办", "党 建办\u00a0")) {
            refused(() -> administration.createUnit(unit("top"), UnitKind.OFFICE, alike), "identity.unit.nameTaken");
            refused(() -> administration.renameUnit(line.id(), line.name(), alike), "identity.unit.nameTaken");
        }
        assertThatThrownBy(() -> administration.createUnit(null, UnitKind.LINE, "条线 (一)"))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.args())
                        .containsExactly("条线（一）"));
        assertThat(directory.unit(line.id()).name()).isEqualTo("条线（一）");
        assertThat(trail("unit:" + line.id())).containsExactly("unit.created");
        administration.renameUnit(line.id(), "条线（一）", "条线 （一）");
        assertThat(directory.unit(line.id()).name()).isEqualTo("条线 （一）");
    }

    @Test
    void a_name_that_was_taken_while_its_unit_was_out_of_use_keeps_the_unit_out() {
        as("sys");
        UnitRef former = administration.createUnit(unit("top"), UnitKind.LINE, "条线");
        administration.deactivateUnit(former.id());
        UnitRef later = administration.createUnit(unit("top"), UnitKind.LINE, "条线");
        refused(() -> administration.activateUnit(former.id()), "identity.unit.nameTakenMeanwhile");
        assertThat(directory.units())
                .extracting(UnitRef::id)
                .contains(later.id())
                .doesNotContain(former.id());
        administration.renameUnit(former.id(), "条线", "原条线");
        administration.activateUnit(former.id());
        assertThat(directory.units()).extracting(UnitRef::name).contains("条线", "原条线");
    }

    @Test
    void a_unit_comes_back_into_use_once_the_one_above_it_is() {
        as("sys");
        UnitRef line = administration.createUnit(unit("village"), UnitKind.LINE, "条线");
        refused(() -> administration.activateUnit(line.id()), "identity.unit.alreadyActive");
        administration.deactivateUnit(line.id());
        refused(() -> administration.deactivateUnit(line.id()), "identity.unit.alreadyInactive");
        administration.revoke(id("villager"), unit("village"), Duty.HANDLER);
        administration.deactivateUnit(unit("village"));
        refused(() -> administration.activateUnit(line.id()), "identity.unit.inactive");
        administration.activateUnit(unit("village"));
        administration.activateUnit(line.id());
        assertThat(directory.units()).extracting(UnitRef::name).contains("条线");
        assertThat(trail("unit:" + line.id())).containsExactly("unit.created", "unit.deactivated", "unit.activated");
    }

    @Test
    void a_unit_in_use_is_not_taken_out_of_use() {
        as("sys");
        refused(() -> administration.deactivateUnit(unit("top")), "identity.unit.hasUnitsBelow");
        refused(() -> administration.deactivateUnit(unit("village")), "identity.unit.hasHolders");
        administration.revoke(id("villager"), unit("village"), Duty.HANDLER);
        administration.deactivateUnit(unit("village"));
        assertThat(directory.units()).extracting(UnitRef::name).containsExactly("党工委", "党建办");
        refused(() -> administration.grant(id("head"), unit("village"), Duty.HANDLER), "identity.unit.inactive");
        refused(() -> administration.createUnit(unit("village"), UnitKind.LINE, "条线"), "identity.unit.inactive");
    }

    @Test
    void names_and_logins_are_checked() {
        as("sys");
        refused(() -> administration.createUnit(null, UnitKind.OFFICE, " "), "identity.unit.nameMissing");
        refused(() -> administration.createUnit(null, UnitKind.OFFICE, "办".repeat(201)), "identity.nameTooLong");
        refused(() -> administration.createPerson("HEAD ", "另一主任"), "identity.login.taken");
        refused(() -> administration.createPerson("有空格", "主任"), "identity.login.malformed");
        refused(() -> administration.createPerson("new", ""), "identity.person.nameMissing");
        refused(() -> administration.createPerson("new", "长".repeat(121)), "identity.nameTooLong");
        assertThatThrownBy(() -> administration.createPerson("有空格", ""))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.all())
                        .extracting(RuleViolation::field)
                        .containsExactly("name", "login"));
        assertThat(administration.createPerson("new", "长".repeat(120)).login()).isEqualTo("new");
    }

    @Test
    void who_is_disabled_is_gone_until_they_are_let_in_again() {
        as("sys");
        refused(() -> administration.disable(id("handler"), id("handler")), "identity.person.successorSame");
        assertThat(directory.person(id("handler")).enabled()).isTrue();
        administration.disable(id("handler"), id("head"));
        assertThat(directory.person(id("handler")).enabled()).isFalse();
        assertThat(directory.members(unit("office")))
                .extracting(PersonRef::login)
                .containsExactly("head");
        assertThat(directory.post(unit("office"), Duty.HANDLER)).isEmpty();
        refused(() -> administration.disable(id("handler"), null), "identity.person.alreadyDisabled");
        refused(() -> administration.disable(id("head"), id("handler")), "identity.person.successorDisabled");
        administration.enable(id("handler"));
        refused(() -> administration.enable(id("handler")), "identity.person.alreadyEnabled");
        assertThat(directory.post(unit("office"), Duty.HANDLER)).isPresent();
    }

    @Test
    void the_last_system_administrator_stays() {
        as("sys");
        refused(() -> administration.disable(id("sys"), null), "identity.person.notYourself");
        refused(
                () -> administration.revoke(id("sys"), unit("top"), Duty.SYSTEM_ADMIN),
                "identity.duty.lastSystemAdmin");
        administration.grant(id("head"), unit("top"), Duty.SYSTEM_ADMIN);
        administration.revoke(id("sys"), unit("top"), Duty.SYSTEM_ADMIN);
        assertThat(directory.posts(Duty.SYSTEM_ADMIN)).hasSize(1);
    }

    @Test
    void a_substitute_acts_on_the_days_given_and_takes_over_no_officers_duty() {
        as("sys");
        administration.grant(id("head"), unit("top"), Duty.AUDIT_ADMIN);
        administration.substitute(id("head"), id("handler"), TODAY, TODAY.plusDays(1), "外出培训");
        as("handler");
        Actor actor = currentActor.require();
        assertThat(actor.has(Duty.UNIT_HEAD)).isFalse();
        assertThat(actor.represents()).singleElement().satisfies(r -> {
            assertThat(r.personId()).isEqualTo(id("head"));
            assertThat(r.until()).isEqualTo(TODAY.plusDays(1));
            assertThat(r.posts()).extracting(PostRef::duty).containsExactly(Duty.UNIT_HEAD);
        });
        assertThat(actor.principals()).contains(id("head"));
        clock.offset(Duration.ofDays(2));
        assertThat(currentActor.require().represents()).isEmpty();
    }

    @Test
    void substitutions_are_neither_of_oneself_nor_backwards_nor_past_nor_chained() {
        as("sys");
        LocalDate later = TODAY.plusDays(9);
        refused(() -> substitute("head", "head", TODAY, later), "identity.substitution.self");
        refused(() -> substitute("head", "handler", later, TODAY), "identity.substitution.endsBeforeItBegins");
        for (LocalDate last : List.of(TODAY.minusDays(1), later)) {
            refused(
                    () -> substitute("head", "handler", TODAY.minusDays(1), last),
                    "identity.substitution.beginsInThePast");
        }
        substitute("head", "handler", TODAY, later);
        refused(() -> substitute("head", "villager", later, later), "identity.substitution.overlaps");
        refused(() -> substitute("handler", "head", later, later), "identity.substitution.substituteAbsent");
        refused(() -> substitute("villager", "head", later, later), "identity.substitution.substituteAbsent");
        refused(() -> substitute("handler", "villager", TODAY, TODAY), "identity.substitution.absentSubstitutes");
        substitute("handler", "villager", later.plusDays(1), later.plusDays(2));
        assertThat(overview.substitutions(id("handler"))).hasSize(2);
        administration.disable(id("villager"), null);
        refused(() -> substitute("aud", "villager", TODAY, TODAY), "identity.substitution.disabled");
        assertThat(overview.substitutions(id("handler"))).hasSize(1);
    }

    @Test
    void nobody_is_substituted_for_more_than_a_year() {
        as("sys");
        LocalDate nextYear = TODAY.plusYears(1);
        refused(() -> substitute("head", "handler", TODAY, nextYear.plusDays(1)), "identity.substitution.tooLong");
        assertThat(overview.substitutions(id("head"))).isEmpty();
        substitute("head", "handler", TODAY, nextYear);
        assertThat(overview.substitutions(id("head"))).hasSize(1);
    }

    @Test
    void everybody_sets_and_ends_their_own_substitute_only() {
        as("head");
        own.substitute(id("handler"), TODAY, TODAY, "请假");
        long set = own.substitutions().get(0).id();
        as("handler");
        forbidden(() -> own.endSubstitution(set));
        as("head");
        own.endSubstitution(set);
        assertThat(own.substitutions()).isEmpty();
        assertThat(trail("person:" + id("head")))
                .containsExactly("person.created", "person.dutyGranted", "substitution.set", "substitution.ended");
    }

    @Test
    void people_are_found_by_part_of_name_or_login_in_pinyin_order() {
        assertThat(directory.searchPersons("党建", 10))
                .extracting(PersonRef::login)
                .containsExactly("handler", "head");
        assertThat(directory.searchPersons("HEAD", 10))
                .extracting(PersonRef::login)
                .containsExactly("head");
        assertThat(directory.searchPersons("%", 10)).isEmpty();
        assertThat(directory.searchPersons("", 2)).hasSize(2);
        assertThat(directory.sharesUnit(id("head"), id("handler"))).isTrue();
        assertThat(directory.sharesUnit(id("head"), id("villager"))).isFalse();
        assertThat(directory.persons(List.of(id("head"), 1L))).containsOnlyKeys(id("head"));
        assertThatThrownBy(() -> directory.person(1)).isInstanceOf(NotFound.class);
    }

    @Test
    void officers_list_people_page_by_page() {
        as("sys");
        var office = new PeopleOverview.Filter(unit("office"), "");
        assertThat(overview.count(new PeopleOverview.Filter(null, "HEAD"))).isOne();
        assertThat(overview.people(new PeopleOverview.Filter(null, "HEAD"), 0, 10))
                .hasSize(1);
        assertThat(overview.count(office)).isEqualTo(2);
        assertThat(overview.people(office, 1, 1)).singleElement().satisfies(detail -> {
            assertThat(detail.person().login()).isEqualTo("head");
            assertThat(detail.posts()).extracting(PostRef::duty).containsExactly(Duty.UNIT_HEAD);
        });
        assertThat(overview.units()).extracting(PeopleOverview.UnitLine::people).containsExactly(3, 2, 1);
    }

    @Test
    void the_top_of_the_tree_has_no_unit_above_it_and_all_others_have_theirs() {
        as("sys");
        assertThat(overview.units())
                .extracting(line -> line.unit().parentId())
                .containsExactly(null, unit("top"), unit("top"));
        assertThat(directory.units()).extracting(UnitRef::parentId).containsExactly(null, unit("top"), unit("top"));
        assertThat(directory.unit(unit("top")).parentId()).isNull();
    }

    private void substitute(String absent, String substitute, LocalDate from, LocalDate to) {
        administration.substitute(id(absent), id(substitute), from, to, "");
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Forbidden.class);
    }

    private static void refused(ThrowingCallable act, String key) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
