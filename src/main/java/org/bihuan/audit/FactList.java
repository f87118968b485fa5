package org.bihuan.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several items as one fact of the trail: a line each, since a name may hold any mark that a language lists with. */
public final class FactList {

    private FactList() {}

    /** The fact; blank for no items. */
    public static String of(Stream<String> items) {
        return items.collect(Collectors.joining("\n"));
    }

    /** The items of a fact, in their order. */
    public static List<String> read(String fact) {
        return fact.lines().toList();
    }
}
