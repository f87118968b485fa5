package org.bihuan.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bihuan.audit.AuditRows.Head;
import org.bihuan.audit.AuditRows.Link;
import org.bihuan.audit.ChainCheck.Fault;
import org.bihuan.audit.ChainCheck.Kind;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends with one insert, and one select for a stream whose end this node does not know. Two
 * transactions at the end of the same stream want the same place: the unique key lets one of them through.
 */
@Service
class HashChainTrail implements AuditTrail {

    private static final int PAGE = 500;
    private static final int MOST_FAULTS = 100;

    private final AuditRows rows;
    private final Clock clock;
    private final WrittenHeads heads = new WrittenHeads();

    HashChainTrail(AuditRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditEntry e) {
        Map<String, Head> written = heads.written();
        Head known = written.getOrDefault(e.stream(), heads.remembered(e.stream()));
        Head head = known != null ? known : rows.head(e.stream()).orElse(new Head(0, 0, ChainHash.GENESIS));
        AuditRecord unsealed = next(e, head);
        AuditRecord entry = unsealed.sealed(ChainHash.of(head.hash(), unsealed));
        try {
            rows.insert(entry, problemOf(e.stream()), head.hash());
        } catch (DuplicateKeyException moved) {
            heads.forget(e.stream());
            throw moved;
        }
        written.put(e.stream(), new Head(entry.id(), entry.seq(), entry.hash()));
    }

    private AuditRecord next(AuditEntry e, Head head) {
        return new AuditRecord(
                // A node whose clock is behind must not file its entry before the last one.
                Math.max(Ids.next(), head.id() + 1),
                e.stream(),
                head.seq() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                e.actorId(),
                e.actorName(),
                e.onBehalfOf(),
                e.action(),
                e.facts(),
                e.origin(),
                "");
    }

    /** The number of the problem whose story a stream belongs to; null for one of no case. */
    static @Nullable String problemOf(String stream) {
        return stream.indexOf(':') >= 0
                ? null
                : new CaseNumber(stream).problem().value();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRecord> ofProblem(String problemNumber, @Nullable Long beforeId, int limit) {
        return rows.ofProblem(
                problemNumber, beforeId == null ? Long.MAX_VALUE : beforeId, Math.max(1, Math.min(limit, PAGE)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRecord> ofRound(String roundCode, Set<String> actions) {
        return rows.ofRound(roundCode, actions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRecord> ofStream(String stream) {
        List<AuditRecord> all = new ArrayList<>();
        List<Link> page;
        do {
            page = rows.ofStream(
                    stream,
                    all.isEmpty() ? Long.MIN_VALUE : all.get(all.size() - 1).seq(),
                    PAGE);
            page.forEach(link -> all.add(link.entry()));
        } while (page.size() == PAGE);
        return all;
    }

    @Override
    @Transactional(readOnly = true)
    public ChainCheck verify(String stream) {
        List<Fault> faults = new ArrayList<>();
        Optional<Link> last = Optional.empty();
        List<Link> page;
        do {
            page = rows.ofStream(stream, last.map(l -> l.entry().seq()).orElse(Long.MIN_VALUE), PAGE);
            for (Link link : page) {
                check(last, link, faults);
                last = Optional.of(link);
            }
        } while (page.size() == PAGE && faults.size() < MOST_FAULTS);
        return new ChainCheck(
                stream,
                last.map(l -> l.entry().seq()).orElse(0L),
                last.map(l -> l.entry().hash()).orElse(ChainHash.GENESIS),
                faults.stream().limit(MOST_FAULTS).toList());
    }

    private static void check(Optional<Link> before, Link link, List<Fault> faults) {
        AuditRecord entry = link.entry();
        long expected = before.map(l -> l.entry().seq()).orElse(0L) + 1;
        if (entry.seq() != expected) {
            faults.add(new Fault(expected, Kind.MISSING));
        }
        if (!ChainHash.of(link.previous(), entry).equals(entry.hash())) {
            faults.add(new Fault(entry.seq(), Kind.ALTERED));
        }
        String hashBefore = before.map(l -> l.entry().hash()).orElse(ChainHash.GENESIS);
        if (!link.previous().equals(hashBefore)) {
            faults.add(new Fault(entry.seq(), Kind.UNLINKED));
        }
    }
}
