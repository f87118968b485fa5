package org.bihuan.shell;

import java.util.List;

import org.bihuan.shared.DemoAccount;
import org.bihuan.shared.DemoAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The demo's accounts; none outside the demo, whatever beans there are. */
@Component
class Demo {

    private final boolean enabled;
    private final ObjectProvider<DemoAccounts> accounts;

    Demo(@Value("${bihuan.demo.enabled:false}") boolean enabled, ObjectProvider<DemoAccounts> accounts) {
        this.enabled = enabled;
        this.accounts = accounts;
    }

    boolean enabled() {
        return enabled;
    }

    List<DemoAccount> accounts() {
        return enabled
                ? accounts.orderedStream().flatMap(a -> a.accounts().stream()).toList()
                : List.of();
    }
}
