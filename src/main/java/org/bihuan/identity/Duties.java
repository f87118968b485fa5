package org.bihuan.identity;

import java.util.List;
import java.util.Optional;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds which duty in which unit. Callers hold the lock on the person's row, so that two grants at
 * the same moment see each other.
 */
@Component
class Duties {

    private final JdbcClient jdbc;

    Duties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives the duty; refuses one that cannot be held in a unit of this kind, a second one of the three officers'
     * duties, and the same duty twice.
     */
    void grant(long personId, UnitRef unit, Duty duty) {
        if (!duty.fits(unit.kind())) {
            throw RuleViolation.at(
                    "duty",
                    "identity.duty.onlyInLeadingGroup",
                    new RuleViolation(duty.key()),
                    new RuleViolation(UnitKind.LEADING_GROUP.key()));
        }
        long unitId = unit.id();
        List<PostRef> held = of(personId);
        if (held.stream().anyMatch(post -> post.duty() == duty && post.unitId() == unitId)) {
            throw RuleViolation.at("duty", "identity.duty.alreadyHeld");
        }
        if (duty.isOfficer() && held.stream().anyMatch(post -> post.duty().isOfficer() && post.duty() != duty)) {
            throw RuleViolation.at("duty", "identity.duty.officersSeparate");
        }
        long post = find(unitId, duty).orElseGet(() -> create(unitId, duty));
        jdbc.sql("insert into identity_post_holder (post_id, person_id) values (?, ?)")
                .params(post, personId)
                .update();
    }

    /** Takes the duty away; returns false where the person did not hold it. */
    boolean revoke(long personId, long unitId, Duty duty) {
        return jdbc.sql("delete from identity_post_holder where person_id = ? and post_id in"
                                + " (select id from identity_post where unit_id = ? and duty = ?)")
                        .params(personId, unitId, duty.name())
                        .update()
                > 0;
    }

    /** Refuses what has just been done, where it leaves no enabled system administrator. */
    void checkSomebodyAdministers() {
        // The lock on the revision makes two removals at the same moment see each other.
        jdbc.sql("select revision from identity_revision where id = 1 for update")
                .query(Long.class)
                .single();
        long left = jdbc.sql("select count(*) from identity_post_holder h join identity_post o on o.id = h.post_id"
                        + " join identity_person p on p.id = h.person_id"
                        + " where o.duty = ? and p.enabled = true")
                .param(Duty.SYSTEM_ADMIN.name())
                .query(Long.class)
                .single();
        if (left == 0) {
            throw new RuleViolation("identity.duty.lastSystemAdmin");
        }
    }

    /** Whether an enabled person holds any duty in the unit. */
    boolean heldIn(long unitId) {
        return jdbc.sql("select count(*) from identity_post_holder h join identity_post o on o.id = h.post_id"
                                + " join identity_person p on p.id = h.person_id"
                                + " where o.unit_id = ? and p.enabled = true")
                        .param(unitId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<PostRef> of(long personId) {
        return jdbc.sql("select o.id, o.unit_id, o.duty from identity_post_holder h"
                        + " join identity_post o on o.id = h.post_id where h.person_id = ? order by o.id")
                .param(personId)
                .query((rs, row) -> new PostRef(rs.getLong(1), rs.getLong(2), Duty.valueOf(rs.getString(3))))
                .list();
    }

    private Optional<Long> find(long unitId, Duty duty) {
        return jdbc.sql("select id from identity_post where unit_id = ? and duty = ?")
                .params(unitId, duty.name())
                .query(Long.class)
                .optional();
    }

    private long create(long unitId, Duty duty) {
        long id = Ids.next();
        jdbc.sql("insert into identity_post (id, unit_id, duty) values (?, ?, ?)")
                .params(id, unitId, duty.name())
                .update();
        return id;
    }
}
