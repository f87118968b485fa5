package org.bihuan.rectification;

import java.util.Set;

import org.bihuan.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for a person.
 *
 * @param formKey key out of {@link WorkForms}, or null where the model names none
 * @param assignee person who has claimed or been given it, or null
 * @param candidates ids of the posts that may claim it
 * @param revision counts changes of the step; an act on it goes through only while it is the same
 */
public record OpenStep(
        long workItem,
        CaseNumber caseNumber,
        String stepKey,
        @Nullable String formKey,
        @Nullable Long assignee,
        Set<Long> candidates,
        int revision) {}
