package org.bihuan.rectification;

import java.util.List;
import java.util.Locale;

/** Makes a file of the ledger; the screen of the ledger offers it where a module can. */
public interface LedgerExport {

    /**
     * The rows as a file, for whoever may read them; that it was made stands in the trail of the round.
     *
     * @param rows the rows that are wanted, as the screen shows them
     * @param conditions the filter in words, empty where all is shown
     * @throws org.bihuan.shared.NotFound where there is no such round
     */
    Exported export(String roundCode, List<LedgerRow> rows, String conditions, Locale locale);

    /** A file to be saved; {@code mediaType} as it is sent. */
    record Exported(String fileName, String mediaType, byte[] content) {}
}
