package org.bihuan.identity;

import org.bihuan.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs a test bed on a real MySQL server; all who say so share one. */
interface OnMySql {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.MYSQL.register(registry);
    }
}
