package org.bihuan.shared;

import java.util.List;

/** Implemented by who loads the demo round; without such a bean no account is offered. */
@FunctionalInterface
public interface DemoAccounts {

    /** The accounts in the order in which a newcomer would try them; duties in the current language. */
    List<DemoAccount> accounts();
}
