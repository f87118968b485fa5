package org.bihuan.shell;

/** The start cannot succeed for a reason outside the program; told in one line, without a stack trace. */
class StartRefused extends RuntimeException {

    private final String key;
    private final Object[] args;

    StartRefused(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = args.clone();
    }

    /** Message key of the line. */
    String key() {
        return key;
    }

    /** Arguments of the line. */
    Object[] args() {
        return args.clone();
    }
}
