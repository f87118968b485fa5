package org.bihuan.modeling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The methods of a catalogue bean that an expression may call: public methods of the class as written,
 * neither those of {@link Object} nor those that a proxy adds.
 */
final class PublishedMethods {

    private PublishedMethods() {}

    /** The published method of that name and number of parameters; null if there is none or several. */
    static @Nullable Method find(Object bean, String name, int parameters) {
        if (bean instanceof JavaDelegate) {
            return null;
        }
        Method found = null;
        for (Method method : AopUtils.getTargetClass(bean).getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == parameters
                    && method.getDeclaringClass() != Object.class
                    && !method.isBridge()) {
                if (found != null) {
                    return null;
                }
                found = method;
            }
        }
        return found;
    }

    /** Calls a method found by {@link #find}; an exception of the method itself is passed on as its cause. */
    static @Nullable Object call(Object bean, Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                throw new ProcessEngineException("No argument of this type is taken by " + method.getName());
            }
        }
        Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(invocable);
        try {
            return invocable.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProcessEngineException("Failed: " + method.getName(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new ProcessEngineException("Not callable: " + method.getName(), e);
        }
    }
}
