package org.bihuan;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modules_depend_on_each_other_only_as_declared_and_without_cycles() {
        ApplicationModules.of(BihuanApplication.class).verify();
    }
}
