package org.bihuan.identity;

import org.bihuan.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The rules of units, people and the way in on a real MySQL server. */
class IdentityIT extends IdentityRules {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.MYSQL.register(registry);
    }
}
