package org.bihuan.findings;

/** Reads full-width digits, letters and arithmetic signs as half-width; every offset stays the same. */
final class Fold {

    private static final String SIGNS = "．％－＋～／";
    private static final String CHINESE = "〇一二三四五六七八九";

    private Fold() {}

    static String ascii(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
            if (wide || SIGNS.indexOf(c) >= 0) {
                out[i] = (char) (c - 0xFEE0);
            }
        }
        return new String(out);
    }

    /** The value of a Chinese numeral below 10,000 such as 二十一, 两百, or -1 where it is none. */
    static int chineseNumber(String numeral) {
        int total = 0;
        int digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit > 0) {
                total += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
                continue;
            }
            int value = c == '两' ? 2 : c == '零' ? 0 : CHINESE.indexOf(c);
            if (value < 0 || digit > 0) {
                return -1;
            }
            digit = value;
        }
        return numeral.isEmpty() ? -1 : total + Math.max(digit, 0);
    }
}
