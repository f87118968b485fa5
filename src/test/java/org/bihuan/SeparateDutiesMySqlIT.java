package org.bihuan;

import org.bihuan.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SeparateDutiesMySqlIT extends SeparateDuties {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.MYSQL.register(registry);
    }
}
