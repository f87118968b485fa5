package org.bihuan.reporting;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditTrail;
import org.bihuan.identity.Actor;
import org.bihuan.identity.CurrentActor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.Names;
import org.bihuan.rectification.Ledger;
import org.bihuan.rectification.LedgerEntry;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.LedgerFigures;
import org.bihuan.rectification.LedgerFile;
import org.bihuan.rectification.LedgerRow;
import org.bihuan.rectification.RoundView;
import org.bihuan.rectification.Rounds;
import org.bihuan.reporting.LedgerWorkbook.About;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.Dates;
import org.bihuan.shared.Level;
import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as a workbook for Excel and WPS. */
@Service
class ExcelLedger implements LedgerExport {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CurrentActor currentActor;
    private final Rounds rounds;
    private final Ledger ledger;
    private final LedgerFile file;
    private final Directory directory;
    private final Texts texts;
    private final AuditTrail trail;
    private final Clock clock;

    ExcelLedger(
            CurrentActor currentActor,
            Rounds rounds,
            Ledger ledger,
            LedgerFile file,
            Directory directory,
            Texts texts,
            AuditTrail trail,
            Clock clock) {
        this.currentActor = currentActor;
        this.rounds = rounds;
        this.ledger = ledger;
        this.file = file;
        this.directory = directory;
        this.texts = texts;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Exported export(String roundCode, List<LedgerRow> rows, String conditions, Locale locale) {
        Actor actor = currentActor.require();
        RoundView round = rounds.round(roundCode);
        Map<CaseNumber, LedgerRow> byNumber = rows.stream()
                .collect(Collectors.toMap(row -> new CaseNumber(row.caseNumber()), Function.identity(), (a, b) -> a));
        List<LedgerEntry> entries = file.entries(roundCode, byNumber.keySet());
        List<LedgerRow> readable = entries.stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.problem().caseNumber()),
                        entry.measures().stream().map(measure -> measure.view().caseNumber())))
                .flatMap(number -> Stream.ofNullable(byNumber.get(number)))
                .toList();
        LedgerFigures figures = ledger.figures(readable);
        Map<CaseNumber, Level> levels = new HashMap<>();
        readable.forEach(row -> levels.put(new CaseNumber(row.caseNumber()), row.level()));
        LedgerWords words = new LedgerWords(texts, locale, Names.of(directory, people(entries)), levels);
        byte[] content = LedgerWorkbook.of(
                words,
                round.title(),
                note(words, round, conditions),
                entries,
                about(words, round, figures, conditions, actor),
                actor.name());
        recorded(actor, round, figures, conditions);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(Dates.day(clock.instant()));
        return new Exported(words.text("reporting.fileName", round.code(), day), XLSX, content);
    }

    private void recorded(Actor actor, RoundView round, LedgerFigures figures, String conditions) {
        trail.append(new AuditEntry(
                "round:" + round.code(),
                "round.exported",
                Map.of(
                        "problems", String.valueOf(figures.problems()),
                        "measures", String.valueOf(figures.measures()),
                        "filter", conditions),
                actor.personId(),
                actor.name(),
                null,
                actor.origin()));
    }

    private String note(LedgerWords words, RoundView round, String conditions) {
        String note = words.text(
                "reporting.note", round.inspectedOrg(), words.date(round.feedbackDate()), Dates.time(clock.instant()));
        return Stream.of(
                        note,
                        conditions.isEmpty() ? "" : words.text("rectification.paper.filter", conditions),
                        round.demo() ? words.text("rectification.ledger.demo") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　　"));
    }

    private List<About> about(
            LedgerWords words, RoundView round, LedgerFigures figures, String conditions, Actor actor) {
        List<About> about = new ArrayList<>(List.of(
                new About(words.text("rectification.ledger.round"), round.code() + " " + round.title()),
                new About(words.text("reporting.about.inspectedOrg"), round.inspectedOrg()),
                new About(words.text("reporting.about.feedback"), words.date(round.feedbackDate())),
                new About(words.text("reporting.about.periodEnd"), words.date(round.periodEnd())),
                new About(words.text("reporting.about.reportDue"), words.date(round.reportDue())),
                new About(words.text("reporting.about.exportedBy"), actor.name()),
                new About(words.text("reporting.about.exportedAt"), Dates.time(clock.instant())),
                new About(
                        words.text("reporting.about.filter"),
                        conditions.isEmpty() ? words.text("reporting.about.everything") : conditions),
                new About(words.text("reporting.about.figures"), String.join("\n", figures(words, figures)))));
        if (round.demo()) {
            about.add(new About("", words.text("rectification.ledger.demo")));
        }
        about.add(new About("", words.text("reporting.about.authority")));
        return about;
    }

    private static List<String> figures(LedgerWords words, LedgerFigures all) {
        return List.of(
                words.text("rectification.figures.started", all.problemsStarted(), all.problems()),
                words.text("rectification.figures.closed", all.problemsClosed(), all.problems()),
                words.text("rectification.figures.accepted", all.measuresAccepted(), all.measures()),
                words.text("rectification.figures.dueSoon", all.measuresDueSoon(), all.measures()),
                words.text("rectification.figures.overdue", all.measuresOverdue(), all.measures()),
                words.text("rectification.figures.returned", all.measuresReturned(), all.measures()));
    }

    /** Everybody whom the tables name by their duty. */
    private static Collection<@Nullable Long> people(List<LedgerEntry> entries) {
        List<@Nullable Long> people = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            people.add(entry.problem().leadOfficial());
            people.add(entry.problem().personResponsible());
            entry.measures().forEach(measure -> people.add(measure.view().personResponsible()));
        }
        return people;
    }
}
