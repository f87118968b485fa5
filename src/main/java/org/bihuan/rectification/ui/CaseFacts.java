package org.bihuan.rectification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.bihuan.identity.Names;
import org.bihuan.rectification.ProblemView;
import org.bihuan.rectification.ReturnView;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.Facts;
import org.jspecify.annotations.Nullable;

/** What is wrong, who answers for it, what is planned, when it is closed. */
final class CaseFacts extends Composite<Div> {

    private final Facts facts = new Facts();

    CaseFacts(CaseServices services, ProblemView problem, Names names) {
        text("rectification.case.manifestation", problem.manifestation());
        named("rectification.case.leadOfficial", names.person(problem.leadOfficial()));
        named("rectification.case.leadUnit", names.unit(problem.leadUnit()));
        named("rectification.case.unit", names.unit(problem.responsibleUnit()));
        named("rectification.case.person", names.person(problem.personResponsible()));
        named(
                "rectification.case.supporting",
                String.join(
                        getTranslation("shared.listed"),
                        services.cases().supportingUnits(problem.caseNumber()).stream()
                                .map(names::unit)
                                .toList()));
        facts.add(
                getTranslation("rectification.case.due"),
                services.due(problem.due(), problem.level(), !problem.state().closed()));
        facts.add(getTranslation("rectification.case.originalDue"), Dates.dense(problem.originalDue()));
        text("rectification.case.cause", problem.causeAnalysis());
        text("rectification.case.target", problem.target());
        text("rectification.case.standard", problem.closureStandard());
        text("rectification.case.closureSummary", problem.closureSummary());
        ReturnView returned = problem.lastReturn();
        if (returned != null) {
            text(
                    "rectification.dossier.lastReturn",
                    getTranslation("rectification.dossier.returnedFor", returned.by(), returned.reason()));
        }
        if (problem.closedAt() != null) {
            facts.add(getTranslation("rectification.dossier.closedAt"), Dates.time(problem.closedAt()));
        }
        getContent().add(facts);
    }

    private void named(String key, String name) {
        facts.add(getTranslation(key), CaseTexts.orMissing(this, name));
    }

    private void text(String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(getTranslation(key), CaseTexts.lines(text));
        }
    }
}
