package org.bihuan.rectification.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import org.bihuan.identity.Names;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.MeasureView;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Level;
import org.bihuan.shared.ui.Facts;

/** Parts of the dossier for the screens of other modules. */
@org.springframework.stereotype.Component
public class CaseParts {

    private final CaseServices services;

    CaseParts(CaseServices services) {
        this.services = services;
    }

    /** Everything that happened to a problem and its measures, newest first. */
    public Component timeline(CaseNumber problem) {
        return new CaseTimeline(services, problem);
    }

    /** The measures, each opened: what was to be done, what was handed in each time, dates, evidence. */
    public List<Component> measures(List<MeasureView> measures) {
        Names names = Names.of(
                services.directory(),
                measures.stream().map(MeasureView::personResponsible).toList());
        return measures.stream().map(measure -> opened(measure, names)).toList();
    }

    private Component opened(MeasureView measure, Names names) {
        MeasureDetails details = new MeasureDetails(services, measure, names, false, () -> {});
        details.open();
        return details;
    }

    /** Figures and documents that a measure's imported text names; empty where it names none. */
    public Component source(CaseNumber measure) {
        return words(services.source(measure));
    }

    /** Figures and documents that the measures of a problem name, for those that name any. */
    public Map<CaseNumber, Component> sources(CaseNumber problem) {
        return services.cases().sources(problem).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> words(entry.getValue())));
    }

    private static Component words(CaseSource source) {
        Facts facts = new Facts();
        SourceWords.add(facts, source);
        return facts;
    }

    /** A deadline that still runs: level, date, working days left. */
    public Component due(LocalDate due, Level stored) {
        return services.due(due, stored, true);
    }

    /** A date field in the reader's language that takes days from tomorrow on. */
    public DatePicker futureDate(String label) {
        LocalDateField field = new LocalDateField(label);
        field.setMin(services.today().plusDays(1));
        return field;
    }
}
