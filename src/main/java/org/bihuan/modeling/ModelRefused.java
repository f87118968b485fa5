package org.bihuan.modeling;

import java.util.List;

import org.bihuan.shared.RuleViolation;

/** A model failed the check and was not deployed; nothing of the deployment was stored. */
public final class ModelRefused extends RuleViolation {

    private final String model;
    private final List<Finding> findings;

    ModelRefused(String model, List<Finding> findings) {
        super("modeling.refused", model, findings.size());
        this.model = model;
        this.findings = List.copyOf(findings);
    }

    /** The errors, at least one. */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public String getMessage() {
        return key() + " " + model + " " + findings;
    }
}
