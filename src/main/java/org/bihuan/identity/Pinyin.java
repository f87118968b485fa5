package org.bihuan.identity;

import java.util.HexFormat;
import java.util.Locale;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;

/** Order of Chinese names by pinyin, as a key that any database sorts rightly. */
final class Pinyin {

    private static final int KEY_MAX = 190;
    private static final Collator COLLATOR = collator();

    private Pinyin() {}

    /** A key whose order as plain text is the pinyin order of {@code name}; long names keep their beginning. */
    static String sortKey(String name) {
        String key = HexFormat.of().formatHex(COLLATOR.getCollationKey(name).toByteArray());
        return key.substring(0, Math.min(key.length(), KEY_MAX));
    }

    private static Collator collator() {
        var collator = (RuleBasedCollator) Collator.getInstance(Locale.forLanguageTag("zh-u-co-pinyin"));
        collator.setNumericCollation(true);
        collator.setStrength(Collator.SECONDARY);
        return collator.freeze();
    }
}
