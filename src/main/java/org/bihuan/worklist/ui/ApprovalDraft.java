package org.bihuan.worklist.ui;

import java.util.LinkedHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

/** Keeps a half-filled decision, so that it survives a closed browser, and brings it back. */
final class ApprovalDraft {

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final ApprovalServices services;
    private final long item;

    ApprovalDraft(ApprovalServices services, long item) {
        this.services = services;
        this.item = item;
    }

    void restore(ApprovalForm form) {
        services.drafts().find(item).ifPresent(draft -> {
            try {
                form.restore(services.json().readValue(draft, FIELDS));
            } catch (JsonProcessingException broken) {
                drop();
            }
        });
    }

    void keep(ApprovalForm form) {
        try {
            services.drafts().keep(item, services.json().writeValueAsString(form.draft()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void drop() {
        services.drafts().drop(item);
    }
}
