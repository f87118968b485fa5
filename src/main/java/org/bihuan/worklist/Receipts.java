package org.bihuan.worklist;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.Submission;
import org.bihuan.rectification.WorkForms;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Receipts of measures (签收) that one person signs together. Each is a command of its own with its own
 * transaction and its own entry in the trail, so that of several one may be refused and the others
 * stand. Not transactional itself for that reason.
 */
@Service
public class Receipts {

    /** How many receipts are listed, and signed by one act, at most. */
    public static final int BATCH_LIMIT = 100;

    private final Inbox inbox;
    private final WorkFates fates;
    private final CaseWork work;

    Receipts(Inbox inbox, WorkFates fates, CaseWork work) {
        this.inbox = inbox;
        this.fates = fates;
        this.work = work;
    }

    /** What became of one receipt in {@link #signAll}; {@code refusal} is null where it was signed. */
    public record Outcome(long item, @Nullable RuleViolation refusal) {}

    /** The receipts of a problem that stand before the caller, claimed or not, by number; at most {@link #BATCH_LIMIT}. */
    public List<WorkItemRow> of(CaseNumber problem) {
        return inbox.ofProblem(problem, WorkForms.MEASURE_ACKNOWLEDGE, BATCH_LIMIT);
    }

    /**
     * Signs several receipts, each for itself; one that stands before a post of the caller is claimed
     * first, as by hand.
     *
     * @return what became of each, in the order given
     * @throws RuleViolation if nothing or too much is named: then nothing is signed
     */
    public List<Outcome> signAll(Collection<Long> items) {
        if (items.isEmpty()) {
            throw new RuleViolation("worklist.receipts.nothingChosen");
        }
        if (items.size() > BATCH_LIMIT) {
            throw new RuleViolation("worklist.receipts.tooMany", BATCH_LIMIT);
        }
        return new LinkedHashSet<>(items)
                .stream().map(item -> new Outcome(item, refusal(item))).toList();
    }

    /** Signs one; why it was refused, or null where it was not. */
    private @Nullable RuleViolation refusal(long item) {
        try {
            sign(item);
            return null;
        } catch (RuleViolation refusal) {
            return inWords(item, refusal);
        } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
            RuleViolation busy = new RuleViolation("shared.busy");
            busy.addSuppressed(lost);
            return busy;
        }
    }

    private void sign(long item) {
        Optional<WorkItemRow> row = inbox.find(item);
        boolean free =
                row.filter(found -> found.kind() == WorkItemRow.Kind.CLAIM).isPresent();
        // Nothing else is claimed on the way to a refusal.
        if (free && WorkForms.MEASURE_ACKNOWLEDGE.equals(row.get().formKey())) {
            work.claim(item);
        }
        work.submit(item, new Submission.Acknowledge());
    }

    /** The refusal with the name of whoever has it by now, where the caller may know. */
    private RuleViolation inWords(long item, RuleViolation refusal) {
        return fates.of(item)
                .filter(fate -> fate.state() == WorkFates.State.TAKEN && !fate.own() && fate.by() != null)
                .map(fate -> new RuleViolation("worklist.receipts.takenBy", String.valueOf(fate.by())))
                .orElse(refusal);
    }
}
