package org.bihuan.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole trail for the audit admin, read only and written nowhere; refuses others with
 * {@link org.bihuan.shared.Forbidden}.
 */
@Service
@Transactional(readOnly = true)
public class TrailReading {

    /** Entries of a page. */
    public static final int PAGE = 50;

    private static final Pattern ROUND = Pattern.compile("[A-Z]{2,8}\\d{4}[A-Z]?");

    private final TrailRows rows;
    private final AuditTrail trail;
    private final TrailReaders readers;
    private final ObjectProvider<TrailCases> cases;

    TrailReading(TrailRows rows, AuditTrail trail, TrailReaders readers, ObjectProvider<TrailCases> cases) {
        this.rows = rows;
        this.trail = trail;
        this.readers = readers;
        this.cases = cases;
    }

    /**
     * The entries older than {@code before}, or the newest; a page of them, in one statement.
     *
     * @throws RuleViolation at {@code to} where the period ends before it begins
     */
    public TrailPage page(TrailFilter filter, @Nullable AuditRecord before) {
        readers.require();
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            throw RuleViolation.at("to", "audit.trail.period.reversed");
        }
        List<TrailEntry> found = rows.page(filter, before, PAGE + 1);
        return new TrailPage(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /** One entry; empty where there is none. */
    public Optional<TrailEntry> entry(long id) {
        readers.require();
        return rows.entry(id);
    }

    /** Checks the chain of a stream from its first entry to its last. */
    public ChainCheck check(String stream) {
        readers.require();
        return trail.verify(stream);
    }

    /** People to choose by, at most {@code limit}; the account may be disabled. */
    public List<TrailReaders.Reference> people(String text, int offset, int limit) {
        readers.require();
        return readers.people(text, offset, limit);
    }

    /** What people and units are called today, by their streams; other streams are missing from the answer. */
    public Map<String, String> names(Collection<String> streams) {
        readers.require();
        return readers.names(streams);
    }

    /** Those of these streams that are cases whose dossier the caller may read. */
    public Set<String> dossiers(Collection<String> streams) {
        readers.require();
        List<String> numbers =
                streams.stream().filter(stream -> stream.indexOf(':') < 0).toList();
        return cases.orderedStream()
                .flatMap(dossiers -> dossiers.readable(numbers).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The stream that somebody means who types the number of a case or the code of a round.
     *
     * @throws RuleViolation at {@code about} for anything else
     */
    public static String about(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        if (ROUND.matcher(text).matches()) {
            return "round:" + text;
        }
        try {
            return new CaseNumber(text).value();
        } catch (RuleViolation malformed) {
            throw RuleViolation.at("about", "audit.trail.about.malformed", typed.strip());
        }
    }
}
