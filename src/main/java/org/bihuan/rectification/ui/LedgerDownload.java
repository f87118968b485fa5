package org.bihuan.rectification.ui;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import org.bihuan.rectification.LedgerExport;
import org.bihuan.rectification.LedgerExport.Exported;
import org.bihuan.rectification.LedgerRow;

/** The link that saves as a file what the ledger shows; it is read anew when somebody follows the link. */
final class LedgerDownload extends Anchor {

    private record Asked(LedgerFilter filter, String inWords) {}

    private final transient LedgerExport export;
    private final transient Function<LedgerFilter, List<LedgerRow>> rows;
    private final String round;
    private final Locale locale = getLocale();

    /** A download is served outside of the session's lock. */
    private transient volatile Asked asked = new Asked(LedgerFilter.NONE, "");

    LedgerDownload(String round, LedgerExport export, Function<LedgerFilter, List<LedgerRow>> rows) {
        this.round = round;
        this.export = export;
        this.rows = rows;
        setText(getTranslation("rectification.ledger.export"));
        addClassNames("ledger-download", "no-print");
        setHref(DownloadHandler.fromInputStream(request -> {
            Exported file = file();
            return new DownloadResponse(
                    new ByteArrayInputStream(file.content()), file.fileName(), file.mediaType(), file.content().length);
        }));
    }

    /** Follows the filter of the screen. */
    void follow(LedgerFilter filter, String inWords) {
        asked = new Asked(filter, inWords);
    }

    /** The file as it would be saved now. */
    Exported file() {
        Asked now = asked;
        return export.export(round, rows.apply(now.filter()), now.inWords(), locale);
    }
}
