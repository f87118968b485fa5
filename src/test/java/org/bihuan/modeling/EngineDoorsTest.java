package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

/** The engine is reached through the product alone: neither its service nor its screens travel with it. */
class EngineDoorsTest {

    /** One file of each part that would open one, as these parts have had it in every 7.x that runs on Boot 3. */
    private static final List<String> DOORS = List.of(
            "org/camunda/bpm/engine/rest/impl/CamundaRestResources.class",
            "org/camunda/bpm/engine/rest/EngineRestApplication.class",
            "org/camunda/bpm/cockpit/Cockpit.class",
            "org/camunda/bpm/admin/Admin.class",
            "org/camunda/bpm/tasklist/Tasklist.class",
            "org/camunda/bpm/webapp/impl/engine/EngineRestApplication.class",
            "org/camunda/bpm/spring/boot/starter/rest/CamundaBpmRestJerseyAutoConfiguration.class",
            "org/camunda/bpm/spring/boot/starter/webapp/CamundaBpmWebappAutoConfiguration.class",
            "org/camunda/connect/Connectors.class");

    private static List<URL> found(String file) throws IOException {
        return Collections.list(EngineDoorsTest.class.getClassLoader().getResources(file));
    }

    @Test
    void neither_the_engines_service_nor_its_screens_are_on_the_class_path() throws IOException {
        for (String door : DOORS) {
            assertThat(found(door)).as(door).isEmpty();
        }
    }

    @Test
    void the_engine_itself_is_found_this_way() throws IOException {
        assertThat(found(ProcessEngine.class.getName().replace('.', '/') + ".class"))
                .hasSize(1);
    }
}
