package org.bihuan.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * The written form of a half-done preview. Only wording is written; figures and documents are read out
 * of it again, so that an old file profits from a better reader.
 */
final class FindingsFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FindingsFile() {}

    private record File(
            Head head,
            List<String> organisation,
            List<Aspect> aspects,
            List<Warning> warnings,
            Map<String, String> form,
            @Nullable String unread) {}

    private record Head(
            List<String> title,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate feedback,
            @Nullable String team) {}

    private record Aspect(int id, @Nullable String marker, String title, List<Problem> problems) {}

    private record Problem(
            int id,
            @Nullable String marker,
            String title,
            List<String> manifestations,
            List<String> notes,
            List<Measure> measures) {}

    private record Measure(int id, @Nullable String marker, String text) {}

    private record Warning(String key, List<String> args) {}

    static String write(HalfDone half) {
        FindingsDraft draft = half.draft();
        FindingsHeader header = draft.header();
        try {
            return JSON.writeValueAsString(new File(
                    new Head(
                            header.titleLines(),
                            header.inspectedFrom(),
                            header.inspectedTo(),
                            header.feedbackOn(),
                            header.inspectionTeam()),
                    draft.organisation().paragraphs(),
                    draft.aspects().stream().map(FindingsFile::written).toList(),
                    draft.warnings().stream()
                            .filter(w -> w.row() == null)
                            .map(w -> new Warning(w.key(), w.args()))
                            .toList(),
                    half.form(),
                    half.unread()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Aspect written(AspectDraft aspect) {
        return new Aspect(
                aspect.id(),
                aspect.marker(),
                aspect.title(),
                aspect.problems().stream().map(FindingsFile::written).toList());
    }

    private static Problem written(ProblemDraft problem) {
        return new Problem(
                problem.id(),
                problem.marker(),
                problem.title(),
                problem.manifestations(),
                problem.notes(),
                problem.measures().stream()
                        .map(m -> new Measure(m.id(), m.marker(), m.text()))
                        .toList());
    }

    static HalfDone read(String content) {
        File file;
        try {
            file = JSON.readValue(content, File.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored preview cannot be read", broken);
        }
        Head head = file.head();
        FindingsHeader header = new FindingsHeader(head.title(), head.from(), head.to(), head.feedback(), head.team());
        Integer year = header.year();
        Facts facts = Facts.of(String.join("\n", file.organisation()), year);
        OrganisationDraft organisation =
                new OrganisationDraft(file.organisation(), facts.quantities(), facts.growthRates(), facts.documents());
        List<AspectDraft> aspects = file.aspects().stream()
                .map(a -> new AspectDraft(
                        a.id(),
                        a.marker(),
                        a.title(),
                        a.problems().stream().map(p -> read(p, year)).toList()))
                .toList();
        List<ImportWarning> warnings = file.warnings().stream()
                .map(w -> ImportWarning.of(w.key(), w.args().toArray(String[]::new)))
                .toList();
        return new HalfDone(
                new FindingsDraft(header, organisation, aspects, ImportWarnings.again(warnings, aspects)),
                file.form(),
                file.unread() == null ? "" : file.unread());
    }

    private static ProblemDraft read(Problem problem, @Nullable Integer year) {
        return new ProblemDraft(
                problem.id(),
                problem.marker(),
                problem.title(),
                problem.manifestations(),
                problem.notes(),
                problem.measures().stream()
                        .map(m -> ProblemBuilder.measure(m.id(), m.marker(), m.text(), year))
                        .toList());
    }
}
