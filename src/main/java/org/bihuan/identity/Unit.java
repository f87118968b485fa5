package org.bihuan.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.bihuan.shared.Ids;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A unit in the tree of the organisation. */
@Entity(name = "IdentityUnit")
@Table(name = "identity_unit")
class Unit {

    static final int NAME_MAX = 200;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    @Id
    private long id;

    @Column
    private @Nullable Long parentId;

    @Enumerated(EnumType.STRING)
    @Column
    private UnitKind kind;

    @Column
    private String name;

    @Column
    private int sortOrder;

    @Column
    private boolean active;

    @Version
    private @Nullable Long version;

    protected Unit() {}

    Unit(@Nullable Long parentId, UnitKind kind, String name, int sortOrder) {
        this.id = Ids.next();
        this.parentId = parentId;
        this.kind = kind;
        this.name = checkName(name, "name");
        this.sortOrder = sortOrder;
        this.active = true;
    }

    /** Refuses where the name is not {@code from} any more: whoever asks has not seen the present one. */
    void rename(String from, String newName) {
        if (!name.equals(from)) {
            throw RuleViolation.at("name", "identity.renamedMeanwhile", name);
        }
        this.name = checkName(newName, "name");
    }

    /** Refuses where the unit is not below {@code from} any more: whoever asks has not seen the present place. */
    void move(@Nullable Long from, @Nullable Long newParentId) {
        if (!Objects.equals(parentId, from)) {
            throw RuleViolation.at("parent", "identity.unit.movedMeanwhile", name);
        }
        this.parentId = newParentId;
    }

    void deactivate() {
        if (!active) {
            throw new RuleViolation("identity.unit.alreadyInactive", name);
        }
        this.active = false;
    }

    void activate() {
        if (active) {
            throw new RuleViolation("identity.unit.alreadyActive", name);
        }
        this.active = true;
    }

    long id() {
        return id;
    }

    @Nullable
    Long parentId() {
        return parentId;
    }

    String name() {
        return name;
    }

    boolean active() {
        return active;
    }

    UnitRef ref() {
        return new UnitRef(id, parentId, kind, name);
    }

    /** Whether nobody could tell the unit from another one called {@code other}, whatever its spaces, width or letters. */
    boolean isCalledLike(String other) {
        return bare(name).equals(bare(other));
    }

    private static String bare(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The name as it is kept; refuses, beside {@code field}, one that is missing or too long. */
    static String checkName(String name, String field) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw RuleViolation.at(field, "identity.unit.nameMissing");
        }
        if (stripped.length() > NAME_MAX) {
            throw RuleViolation.at(field, "identity.nameTooLong", NAME_MAX);
        }
        return stripped;
    }
}
