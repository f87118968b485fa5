package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ShippedModelsTest {

    @Test
    void the_shipped_models_ask_for_nothing_but_entries_of_the_catalogues() throws IOException {
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
        assertThat(models).hasSizeGreaterThanOrEqualTo(2);
        ModelCheck check = new ModelCheck(Catalogue.of());
        for (Resource model : models) {
            assertThat(check.check(model.getContentAsByteArray()))
                    .as(model.getFilename())
                    .isNotEmpty()
                    .extracting(Finding::key)
                    .isSubsetOf(
                            "modeling.check.step",
                            "modeling.check.collection",
                            "modeling.check.assignRule",
                            "modeling.check.dueRule",
                            "modeling.check.formKeyUnknown");
        }
    }
}
