package org.bihuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** In which units a duty can be held, against a database. */
abstract class DutyRules extends IdentityTestBed {

    private static final List<Duty> APPROVE = List.of(Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);

    @Test
    void nobody_approves_outside_a_leading_group() {
        as("sys");
        UnitRef group = administration.createUnit(unit("top"), UnitKind.LEADING_GROUP, "整改工作领导小组");
        for (Duty duty : APPROVE) {
            refused(() -> administration.grant(id("villager"), unit("village"), duty));
            assertThat(directory.post(unit("village"), duty)).isEmpty();
            administration.grant(id("head"), group.id(), duty);
            assertThat(directory.post(group.id(), duty)).isPresent();
        }
    }

    @Test
    void a_set_up_cannot_let_anybody_approve_outside_a_leading_group_either() {
        for (Duty duty : APPROVE) {
            refused(() -> setup.create(
                    List.of(new SetupUnit("x", null, UnitKind.OFFICE, "综合办")),
                    List.of(new SetupPerson("approver", "综合办主任", List.of(new SetupDuty("x", duty)))),
                    PASSWORD,
                    false));
        }
        assertThat(directory.personByLogin("approver")).isEmpty();
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("identity.duty.onlyInLeadingGroup");
            assertThat(refusal.field()).isEqualTo("duty");
        });
    }
}
