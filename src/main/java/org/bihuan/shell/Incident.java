package org.bihuan.shell;

import java.security.SecureRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A fault of ours: the person gets a number, the log gets the number with the whole story. */
record Incident(String number) {

    /** Request attribute under which an incident that has its number already travels to the error page. */
    static final String ATTRIBUTE = Incident.class.getName();

    private static final Logger log = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that are mistaken for each other on the telephone. */
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";

    private static final int LENGTH = 8;

    /** Logs {@code cause} under a new number. */
    static Incident of(Throwable cause) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        Incident incident = new Incident(number.toString());
        try (MDC.MDCCloseable entry = MDC.putCloseable("incident", incident.number())) {
            log.error("Incident {}", incident.number(), cause);
        }
        return incident;
    }
}
