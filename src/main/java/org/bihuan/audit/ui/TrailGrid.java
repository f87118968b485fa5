package org.bihuan.audit.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import org.bihuan.audit.AuditRecord;
import org.bihuan.audit.AuditSentences;
import org.bihuan.audit.TrailEntry;
import org.bihuan.audit.TrailReading;
import org.bihuan.shared.Dates;
import org.bihuan.shared.ui.OpeningGrid;

/**
 * A page of the trail. Beside an open entry and on a narrow screen one column tells everything; otherwise each
 * fact has its own. Up and down move, Enter or a click opens.
 */
final class TrailGrid extends OpeningGrid<AuditRecord> {

    private static final List<String> WIDE = List.of("at", "who", "about", "origin");

    private static final String ABOUT = """
            ${item.dossier
              ? html`<a class="number" href="${item.dossier}">${item.about}</a>`
              : html`<span>${item.about}</span>`}""";

    private static final String WHAT = """
            <div class="trail-line">
              <div class="trail-head">
                <span class="trail-at">${item.at}</span>
                <span>${item.who}</span>
                <span class="trail-about">${item.about}</span>
              </div>
              <div class="clamped" title="${item.what}">${item.what}</div>
            </div>""";

    private final transient TrailReading reading;
    private final transient StreamWords words;
    private final transient AuditSentences sentences;
    private transient Map<String, String> names = Map.of();
    private transient Set<String> dossiers = Set.of();

    TrailGrid(TrailReading reading, AuditSentences sentences, LongConsumer open) {
        super(AuditRecord::id, open);
        this.reading = reading;
        this.sentences = sentences;
        this.words = new StreamWords(this);
        addClassName("trail-grid");
        column("at", "12em", 0, text("<span class=\"trail-at\">${item.text}</span>", row -> Dates.second(row.at())));
        column("who", "9em", 1, text("<div class=\"clamped\" title=\"${item.text}\">${item.text}</div>", this::who));
        column("what", "16em", 6, what());
        column(
                "about",
                "10.8em",
                1,
                LitRenderer.<AuditRecord>of(ABOUT)
                        .withProperty("about", this::about)
                        .withProperty("dossier", row -> dossiers.contains(row.stream()) ? "case/" + row.stream() : ""));
        column("origin", "8.5em", 0, text("<span class=\"trail-origin\">${item.text}</span>", words::origin));
        getElement().setAttribute("aria-label", getTranslation("audit.trail.title"));
    }

    private void column(String key, String width, int grow, Renderer<AuditRecord> renderer) {
        column(key, getTranslation("audit.trail.column." + key), width, grow, renderer);
    }

    private static LitRenderer<AuditRecord> text(String template, Function<AuditRecord, String> value) {
        return LitRenderer.<AuditRecord>of(template).withProperty("text", value::apply);
    }

    private LitRenderer<AuditRecord> what() {
        return LitRenderer.<AuditRecord>of(WHAT)
                .withProperty("at", row -> Dates.second(row.at()))
                .withProperty("who", this::who)
                .withProperty("about", this::about)
                .withProperty("what", row -> sentences.what(row, locale()));
    }

    private String who(AuditRecord row) {
        String actor = sentences.actor(row, locale());
        return row.onBehalfOf() == null ? actor : getTranslation("audit.trail.behalf", actor, row.onBehalfOf());
    }

    private String about(AuditRecord row) {
        return words.name(row.stream(), names);
    }

    private Locale locale() {
        return getLocale();
    }

    /** Takes a page, and looks up once what its streams are called and which are dossiers to go to. */
    void show(List<TrailEntry> entries) {
        List<AuditRecord> rows = entries.stream().map(TrailEntry::record).toList();
        Set<String> streams = rows.stream().map(AuditRecord::stream).collect(Collectors.toSet());
        names = reading.names(streams);
        dossiers = reading.dossiers(streams);
        setItems(rows);
        scrollToStart();
    }

    /** One column beside an open entry, all of them otherwise. */
    void narrow(boolean narrow) {
        WIDE.forEach(key -> getColumnByKey(key).setVisible(!narrow));
    }
}
