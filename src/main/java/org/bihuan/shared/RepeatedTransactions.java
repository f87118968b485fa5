package org.bihuan.shared;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/**
 * The one place that repeats commands: around every method of ours that opens a writing transaction.
 * A command is therefore all or nothing, and has no effect outside the database that it could have
 * twice; what the world is to hear of goes through the outbox.
 */
@Configuration(proxyBeanMethods = false)
class RepeatedTransactions {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RepeatingAdvisor repeatingAdvisor() {
        return new RepeatingAdvisor();
    }

    /** Stands before the advice that opens the transaction, so that each attempt has one of its own. */
    static final class RepeatingAdvisor extends StaticMethodMatcherPointcutAdvisor {

        private static final long serialVersionUID = 1L;
        private static final String OURS = "org.bihuan.";

        private final transient TransactionAttributeSource transactions = new AnnotationTransactionAttributeSource();

        RepeatingAdvisor() {
            super((MethodInterceptor) invocation -> {
                try (LogContext work = LogContext.work()) {
                    return Repeats.run(() -> ((ProxyMethodInvocation) invocation)
                            .invocableClone()
                            .proceed());
                }
            });
            setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            if (!type.getName().startsWith(OURS)) {
                return false;
            }
            TransactionAttribute transaction = transactions.getTransactionAttribute(method, type);
            return transaction != null
                    && !transaction.isReadOnly()
                    && transaction.getPropagationBehavior() != Propagation.MANDATORY.value();
        }
    }
}
