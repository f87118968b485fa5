package org.bihuan.rectification.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.bihuan.findings.FindingsDraft;
import org.bihuan.rectification.RoundPolicy;
import org.bihuan.rectification.RoundPreview;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.shared.RuleViolation;
import org.bihuan.shared.ui.Notifications;

/** The third step: the round's policy with the dates it comes to, and the acceptance. */
final class ImportPolicy extends Div {

    private final transient Rounds rounds;
    private final transient CaseServices services;
    private final transient ImportWork work;
    private final ImportPolicyFields fields;
    private final Div dates = new Div();
    private final Paragraph refused = ImportNotes.refusal();
    private final Button accept;
    private boolean asked;
    private final transient BiConsumer<RoundView, FindingsDraft> accepted;

    ImportPolicy(
            Rounds rounds,
            CaseServices services,
            ImportWork work,
            Runnable back,
            BiConsumer<RoundView, FindingsDraft> accepted) {
        this.rounds = rounds;
        this.services = services;
        this.work = work;
        this.accepted = accepted;
        this.fields = new ImportPolicyFields(work, rounds.suggest(work.draft().header()), this::preview);
        FindingsDraft draft = work.draft();
        accept = new Button(getTranslation("findings.accept.do"), click -> accept());
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        Section form = new Section(new H2(getTranslation("findings.round.form")), fields);
        form.addClassName("card");
        Section preview = new Section(new H2(getTranslation("findings.round.dates")), dates);
        preview.addClassNames("card", "import-dates");
        dates.getElement().setAttribute("role", "status");
        Div columns = new Div(form, preview);
        columns.addClassName("import-policy");
        Div bar = new Div(accept, new Button(getTranslation("findings.round.back"), click -> back.run()));
        bar.addClassName("action-bar");
        String what = getTranslation(
                "findings.accept.hint",
                draft.aspects().size(),
                draft.problems().size(),
                draft.measures().size());
        add(columns, ImportNotes.info(what), refused, bar);
        preview();
    }

    private void preview() {
        dates.removeAll();
        if (!asked && !fields.complete()) {
            dates.add(new Paragraph(getTranslation("findings.round.datesLater")));
            return;
        }
        try {
            RoundPolicy policy = fields.policy();
            dates.add(new ImportDates(services, policy, checked(policy)));
        } catch (RuleViolation refusal) {
            // Shown where it is wrong, but without taking the keyboard away from where somebody is typing.
            fields.refuse(refusal, false);
            dates.add(new Paragraph(getTranslation("findings.round.datesRefused")));
        }
    }

    /** Refuses for all that cannot be read, is missing or breaks a rule, together. */
    private RoundPreview checked(RoundPolicy policy) {
        List<RoundPreview> found = new ArrayList<>();
        RuleViolation.gather(fields::requireReadable, () -> found.add(rounds.preview(policy)));
        return found.get(0);
    }

    private void accept() {
        ImportNotes.say(refused, "");
        // From now on what is missing is said while it is put right.
        asked = true;
        try {
            RoundPolicy policy = fields.policy();
            checked(policy);
            FindingsDraft draft = work.draft();
            accepted.accept(work.accept(policy), draft);
        } catch (RuleViolation refusal) {
            accept.setEnabled(true);
            if (!fields.refuse(refusal, true)) {
                String sentence = getTranslation(refusal.key(), refusal.args());
                ImportNotes.say(refused, sentence);
                Notifications.refused(sentence);
            }
        }
    }
}
