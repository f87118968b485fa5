package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.Transactional;

class LogContextTest {

    private static final CaseNumber NUMBER = new CaseNumber("XH2025-P07");

    /** A command as services have them; the engine it calls takes the name of the case off the thread. */
    static class Commands {

        @Nullable
        String seen;

        @Transactional
        public void move(boolean fails) {
            LogContext.about(NUMBER);
            seen = onLogLines();
            MDC.remove(LogContext.CASE);
            if (fails) {
                throw new IllegalStateException("fails");
            }
        }
    }

    private final Commands commands = new Commands();

    private Commands proxied() {
        ProxyFactory factory = new ProxyFactory(commands);
        factory.setProxyTargetClass(true);
        factory.addAdvisor(new RepeatedTransactions.RepeatingAdvisor());
        return (Commands) factory.getProxy();
    }

    private static @Nullable String onLogLines() {
        return MDC.get(LogContext.CASE);
    }

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void a_command_outside_a_request_names_its_case_and_leaves_nothing_on_the_thread() {
        proxied().move(false);
        assertThat(commands.seen).isEqualTo(NUMBER.value());
        assertThat(onLogLines()).isNull();
        assertThatThrownBy(() -> proxied().move(true)).hasMessage("fails");
        assertThat(onLogLines()).isNull();
    }

    @Test
    void a_name_given_where_nothing_ends_it_is_not_kept() {
        LogContext.about(NUMBER);
        assertThat(onLogLines()).isNull();
    }

    @Test
    void a_request_keeps_the_case_of_its_command_to_its_end_and_no_longer() {
        try (LogContext request = LogContext.work()) {
            assertThatThrownBy(() -> proxied().move(true)).hasMessage("fails");
            assertThat(onLogLines()).isEqualTo(NUMBER.value());
        }
        assertThat(onLogLines()).isNull();
        try (LogContext next = LogContext.work()) {
            assertThat(onLogLines()).isNull();
        }
    }

    @Test
    void what_the_engine_had_named_on_its_own_thread_stands_there_again() {
        MDC.put(LogContext.CASE, "XH2025-P01-M01");
        proxied().move(false);
        assertThat(onLogLines()).isEqualTo("XH2025-P01-M01");
    }
}
