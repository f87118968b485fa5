package org.bihuan.rectification;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bihuan.evidence.EvidenceKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which kinds of evidence a class of measure needs before anybody may ask for its verification. A sustained
 * measure also has to show that somebody looked whether it holds; each street may decide otherwise.
 *
 * @param evidence kinds by class, one at least; a class that is not named keeps what is built in
 */
@ConfigurationProperties("bihuan.measures")
public record EvidenceRule(@DefaultValue Map<MeasureKind, Set<EvidenceKind>> evidence) {

    private static final Map<MeasureKind, Set<EvidenceKind>> BUILT_IN = Map.of(
            MeasureKind.IMMEDIATE, Set.of(EvidenceKind.DOCUMENT),
            MeasureKind.TIME_LIMITED, Set.of(EvidenceKind.DOCUMENT),
            MeasureKind.SUSTAINED, Set.of(EvidenceKind.DOCUMENT, EvidenceKind.CHECK_RECORD));

    public EvidenceRule {
        Map<MeasureKind, Set<EvidenceKind>> all = new EnumMap<>(BUILT_IN);
        all.putAll(evidence);
        all.forEach((kind, kinds) -> {
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("bihuan.measures.evidence must name a kind for " + kind);
            }
        });
        evidence = Map.copyOf(all);
    }

    /** What is built in. */
    public static EvidenceRule builtIn() {
        return new EvidenceRule(Map.of());
    }

    /** What a class needs, in the order of the kinds. */
    public Set<EvidenceKind> of(MeasureKind kind) {
        return EnumSet.copyOf(evidence.getOrDefault(kind, Set.of()));
    }

    /** Kinds as one column keeps them. */
    static String joined(Set<EvidenceKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** What {@link #joined} has written, in the order of the kinds; the caller's own. */
    static Set<EvidenceKind> split(String joined) {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        if (!joined.isEmpty()) {
            Arrays.stream(joined.split(",", -1)).map(EvidenceKind::valueOf).forEach(kinds::add);
        }
        return kinds;
    }
}
