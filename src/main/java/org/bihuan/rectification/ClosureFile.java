package org.bihuan.rectification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Duty;
import org.bihuan.identity.PostRef;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests for close-out as those read them who judge them, and whether they may. */
@Service
@Transactional(readOnly = true)
public class ClosureFile {

    private static final Map<String, ClosureOpinion.Kind> OPINIONS = Map.of(
            "closure.reviewed", ClosureOpinion.Kind.REVIEWED,
            "closure.verified", ClosureOpinion.Kind.VERIFIED,
            "closure.approved", ClosureOpinion.Kind.APPROVED,
            "closure.returned", ClosureOpinion.Kind.RETURNED);

    private final CurrentActor currentActor;
    private final CaseFile cases;
    private final Aggregates aggregates;
    private final EarlierRows earlier;
    private final Directory directory;
    private final AuditTrail trail;

    ClosureFile(
            CurrentActor currentActor,
            CaseFile cases,
            Aggregates aggregates,
            EarlierRows earlier,
            Directory directory,
            AuditTrail trail) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.aggregates = aggregates;
        this.earlier = earlier;
        this.directory = directory;
        this.trail = trail;
    }

    /** All requests for close-out of a readable problem, the latest first; earlier ones were returned. */
    public List<ClosureRequest> requests(CaseNumber problem) {
        String present = cases.problem(problem).closureSummary();
        List<ClosureRequest> requests = new ArrayList<>();
        for (AuditRecord entry : trail.ofStream(problem.value())) {
            ClosureOpinion.Kind kind = OPINIONS.get(entry.action());
            if (entry.action().equals("closure.proposed")) {
                requests.add(0, request(entry, requests.size() + 1));
            } else if (kind != null && !requests.isEmpty()) {
                requests.set(0, with(requests.get(0), opinion(kind, entry)));
            }
        }
        if (!requests.isEmpty() && present != null) {
            ClosureRequest latest = requests.get(0);
            requests.set(
                    0,
                    new ClosureRequest(
                            latest.ordinal(),
                            latest.by(),
                            latest.onBehalfOf(),
                            latest.at(),
                            present,
                            latest.opinions()));
        }
        return List.copyOf(requests);
    }

    private static ClosureRequest request(AuditRecord entry, int ordinal) {
        return new ClosureRequest(
                ordinal,
                entry.actorName(),
                entry.onBehalfOf(),
                entry.at(),
                entry.facts().getOrDefault("summary", ""),
                List.of());
    }

    private static ClosureOpinion opinion(ClosureOpinion.Kind kind, AuditRecord entry) {
        String text = entry.facts().getOrDefault("opinion", entry.facts().getOrDefault("reason", ""));
        return new ClosureOpinion(kind, entry.actorName(), entry.onBehalfOf(), entry.at(), text);
    }

    private static ClosureRequest with(ClosureRequest request, ClosureOpinion opinion) {
        List<ClosureOpinion> opinions = new ArrayList<>(request.opinions());
        opinions.add(opinion);
        return new ClosureRequest(
                request.ordinal(), request.by(), request.onBehalfOf(), request.at(), request.summary(), opinions);
    }

    /**
     * The rules that keep the caller from judging these closures at the step with this form, by case
     * number; a number is missing where no rule does. The same rules are asked again at the decision.
     *
     * @throws NotFound where the caller may not read one of them
     */
    public Map<CaseNumber, RuleViolation> objections(String form, Collection<CaseNumber> problems) {
        Actor actor = currentActor.require();
        problems.stream().filter(number -> !cases.mayRead(number, actor)).forEach(number -> {
            throw new NotFound(number.value());
        });
        Set<Long> posts = posts(form);
        Map<CaseNumber, RuleViolation> objections = new HashMap<>();
        Map<Problem, List<Measure>> found = aggregates.withMeasures(problems);
        Map<CaseNumber, Earlier> before = earlier.of(found);
        found.forEach((problem, measures) -> {
            try {
                problem.duties(before.getOrDefault(problem.caseNumber(), Earlier.NOBODY))
                        .requireMayJudge(form, hands(actor, posts, problem), measures);
            } catch (RuleViolation refusal) {
                objections.put(problem.caseNumber(), refusal);
            }
        });
        return objections;
    }

    private static Hands hands(Actor actor, Set<Long> posts, Problem problem) {
        Long official = problem.leadOfficial();
        return Hands.of(actor, posts.isEmpty() && official != null ? Set.of(official) : posts);
    }

    /** The posts before whom a step with this form stands; none where it is the lead official's own. */
    private Set<Long> posts(String form) {
        Set<Long> ids = new HashSet<>();
        for (Duty duty :
                switch (form) {
                    case WorkForms.CLOSURE_REVIEW -> List.<Duty>of();
                    case WorkForms.CLOSURE_VERIFY -> List.of(Duty.SUPERVISOR);
                    default -> List.of(Duty.APPROVER_HEAD, Duty.APPROVER_DEPUTY);
                }) {
            directory.posts(duty).stream().map(PostRef::id).forEach(ids::add);
        }
        return ids;
    }
}
