package org.bihuan.modeling;

import java.lang.reflect.Method;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.jspecify.annotations.Nullable;

/** The engine's expressions with nothing in reach but {@link ClosedElResolver}; there are no functions. */
final class ClosedExpressionManager extends JuelExpressionManager {

    private final Catalogue catalogue;

    ClosedExpressionManager(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    protected ELResolver createElResolver() {
        return new ClosedElResolver(catalogue);
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(String prefix, String localName) {
                return null;
            }
        };
    }
}
