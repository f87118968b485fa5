package org.bihuan.modeling;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * All that an expression can reach: catalogue beans, variables of the scope, entries of lists and maps.
 * Methods exist on catalogue beans only, and nothing can be written. What is not resolved here does not
 * resolve at all, so that no path leads from a value to its class or from the execution to the engine.
 */
final class ClosedElResolver extends ELResolver {

    private static final String EXECUTION = "execution";

    private final Catalogue catalogue;

    ClosedElResolver(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null) {
            return property instanceof String name ? root(context, name) : null;
        }
        if (base instanceof Map<?, ?> map && property != null) {
            context.setPropertyResolved(true);
            return map.get(property);
        }
        if (base instanceof List<?> list && property instanceof Number index) {
            context.setPropertyResolved(true);
            int i = index.intValue();
            return i >= 0 && i < list.size() ? list.get(i) : null;
        }
        return null;
    }

    private @Nullable Object root(ELContext context, String name) {
        Object bean = catalogue.bean(name);
        if (bean != null) {
            context.setPropertyResolved(true);
            return bean;
        }
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            if (EXECUTION.equals(name) && scope instanceof DelegateExecution) {
                context.setPropertyResolved(true);
                return scope;
            }
            if (scope.hasVariable(name)) {
                context.setPropertyResolved(true);
                return scope.getVariable(name);
            }
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext variables) {
            TypedValue value = variables.resolve(name);
            if (value != null) {
                context.setPropertyResolved(true);
                return value.getValue();
            }
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base == null || !(method instanceof String name) || !catalogue.isCallable(base)) {
            return null;
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        Method published = PublishedMethods.find(base, name, given.length);
        if (published == null) {
            return null;
        }
        Object result = PublishedMethods.call(base, published, given);
        if (result instanceof Collection<?> many && many.size() > ModelLimits.INSTANCES) {
            throw new ProcessEngineException("%s returned %d elements, at most %d are allowed"
                    .formatted(name, many.size(), ModelLimits.INSTANCES));
        }
        context.setPropertyResolved(true);
        return result;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw new PropertyNotWritableException();
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }
}
