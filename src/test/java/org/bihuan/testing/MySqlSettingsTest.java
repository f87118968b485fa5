package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

class MySqlSettingsTest {

    private static final String PREFIX = "spring.datasource.hikari.data-source-properties.";

    @Test
    void testsConnectWithTheSettingsOfTheShippedProfile() {
        Map<String, String> shipped = new TreeMap<>();
        profile().forEach((name, value) -> {
            if (name.toString().startsWith(PREFIX)) {
                shipped.put(name.toString().substring(PREFIX.length()), value.toString());
            }
        });

        Map<String, String> tested = new TreeMap<>();
        Stream.of(RealMySql.URL_PARAMETERS.split("&")).forEach(parameter -> {
            int equals = parameter.indexOf('=');
            tested.put(
                    parameter.substring(0, equals),
                    URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        });

        assertThat(shipped).isEqualTo(tested);
    }

    @Test
    void theShippedProfileIsReadCommittedAndHoldsNoPassword() {
        assertThat(profile())
                .containsEntry("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED")
                .containsEntry("spring.datasource.password", "${BIHUAN_MYSQL_PASSWORD:}");
    }

    private static Properties profile() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("config/application-mysql.yml"));
        Properties properties = yaml.getObject();
        assertThat(properties).isNotNull();
        return properties == null ? new Properties() : properties;
    }
}
