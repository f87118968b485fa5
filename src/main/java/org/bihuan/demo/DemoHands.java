package org.bihuan.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.bihuan.demo.DemoOrganisation.Office;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceKind;
import org.bihuan.evidence.NewEvidence;
import org.bihuan.identity.ActingAs;
import org.bihuan.identity.CurrentActor;
import org.bihuan.rectification.CaseFile;
import org.bihuan.rectification.CaseWork;
import org.bihuan.rectification.Decision;
import org.bihuan.rectification.MeasureView;
import org.bihuan.rectification.Submission;
import org.bihuan.shared.CaseNumber;
import org.bihuan.worklist.Inbox;
import org.bihuan.worklist.WorkItemRow;
import org.springframework.stereotype.Component;

/** Acts as the invented persons, through the services behind the screens. */
@Component
class DemoHands {

    private final ActingAs as;
    private final CurrentActor currentActor;
    private final CaseFile cases;
    private final CaseWork work;
    private final Inbox inbox;
    private final Evidence evidence;

    DemoHands(ActingAs as, CurrentActor currentActor, CaseFile cases, CaseWork work, Inbox inbox, Evidence evidence) {
        this.as = as;
        this.currentActor = currentActor;
        this.cases = cases;
        this.work = work;
        this.inbox = inbox;
        this.evidence = evidence;
    }

    List<CaseNumber> measures(Office office, CaseNumber problem) {
        return as.call(office.handler(), () -> cases.measures(problem).stream()
                .map(MeasureView::caseNumber)
                .toList());
    }

    void acknowledge(Office office, CaseNumber problem) {
        acknowledge(office, problem, Integer.MAX_VALUE);
    }

    /** Receives the first measures of a problem, and leaves the others for the person who tries the demo. */
    void acknowledge(Office office, CaseNumber problem, int measures) {
        measures(office, problem).stream()
                .limit(measures)
                .forEach(measure -> submit(office.handler(), measure, new Submission.Acknowledge()));
    }

    /** Uploads a paper, and a picture for later attempts and every second measure, and hands the work in. */
    void handIn(Office office, CaseNumber measure, int attempt, String report) {
        byte[] paper = ("演示佐证材料：" + report + "\n").getBytes(StandardCharsets.UTF_8);
        as.run(office.handler(), () -> {
            upload(measure, EvidenceKind.DOCUMENT, "工作推进会纪要（演示）.txt", attempt, paper);
            if (attempt > 1 || measure.value().hashCode() % 2 == 0) {
                upload(measure, EvidenceKind.PHOTO, "现场核查照片（演示）.png", attempt, DemoPicture.of(measure, attempt));
            }
        });
        submit(office.handler(), measure, new Submission.CarryOut(report));
    }

    private void upload(CaseNumber measure, EvidenceKind kind, String name, int attempt, byte[] content) {
        evidence.add(
                new NewEvidence(measure.value(), kind, name, attempt),
                new ByteArrayInputStream(content),
                currentActor.require());
    }

    void approve(String login, CaseNumber number, String opinion) {
        submit(login, number, new Submission.Decided(Decision.approve(opinion)));
    }

    /** Claims the step where it stands before the person's unit, and hands it in. */
    void submit(String login, CaseNumber number, Submission submission) {
        as.run(login, () -> {
            WorkItemRow row = inbox.page(Inbox.Tab.ALL, number.value(), null, 0, 50).stream()
                    .filter(candidate -> candidate.caseNumber().equals(number.value()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(login + " has no work on " + number));
            if (row.kind() == WorkItemRow.Kind.CLAIM) {
                work.claim(row.id());
            }
            work.submit(row.id(), submission);
        });
    }
}
