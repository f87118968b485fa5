package org.bihuan.rectification.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.UnitRef;

/** The units and who is in them, each asked for once however many fields of a form choose among them. */
final class UnitMembers {

    private final Directory directory;
    private final List<UnitRef> units;
    private final Map<Long, List<PersonRef>> members = new HashMap<>();

    UnitMembers(Directory directory) {
        this.directory = directory;
        this.units = directory.units();
    }

    List<UnitRef> units() {
        return units;
    }

    List<PersonRef> of(UnitRef unit) {
        return members.computeIfAbsent(unit.id(), directory::members);
    }
}
