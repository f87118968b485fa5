package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;
import org.bihuan.shared.AddressedScreen;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product behind a real port, with the street of {@link LoopBed} and a few more people. */
@SpringBootTest(
        classes = BihuanApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bihuan.data-dir=target/web-bed",
            "bihuan.demo.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            // Off in tests unless it is asked for by name.
            "management.prometheus.metrics.export.enabled=true"
        })
@Import(WebBed.BrokenScreen.class)
abstract class WebBed extends LoopBed {

    /** Address of the list; a task stands below it. */
    static final String MY_WORK = "/work";

    static final String PASSWORD = "Chun-feng-2026";
    static final String OUTSIDER = "outsider";
    static final String SYSTEM = "system-admin";
    static final String AUDITOR = "audit-admin";
    static final String SECURITY = "security-admin";

    @LocalServerPort
    int port;

    @Autowired
    BrokenScreen broken;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.H2.register(registry);
    }

    /** Lets the check of one address fail, as if the database had gone. */
    @TestConfiguration
    static class BrokenScreen {

        final AtomicBoolean fails = new AtomicBoolean();

        @Bean
        AddressedScreen profileThatFails() throws ClassNotFoundException {
            Class<?> profile = Class.forName("org.bihuan.identity.ui.ProfileView");
            return new AddressedScreen() {
                @Override
                public Class<?> screen() {
                    return profile;
                }

                @Override
                public boolean finds(Map<String, String> parameters) {
                    if (fails.get()) {
                        throw new IllegalStateException("a secret of the server");
                    }
                    return true;
                }
            };
        }
    }

    @BeforeEach
    void morePeople() {
        Integer there =
                jdbc.queryForObject("select count(*) from identity_person where login = ?", Integer.class, OUTSIDER);
        if (there != null && there > 0) {
            return;
        }
        setup.create(
                List.of(
                        new SetupUnit("elsewhere", null, UnitKind.OFFICE, "城建办"),
                        new SetupUnit("top", null, UnitKind.WORKING_COMMITTEE, "信息中心")),
                List.of(
                        person(OUTSIDER, "城建办经办人", new SetupDuty("elsewhere", Duty.HANDLER)),
                        person(SYSTEM, "系统管理员", new SetupDuty("top", Duty.SYSTEM_ADMIN)),
                        person(SECURITY, "安全管理员", new SetupDuty("top", Duty.SECURITY_ADMIN)),
                        person(AUDITOR, "审计管理员", new SetupDuty("top", Duty.AUDIT_ADMIN))),
                PASSWORD,
                false);
    }

    Visitor visitor() {
        return new Visitor("http://localhost:" + port);
    }

    Visitor signedIn(String login) {
        Visitor visitor = visitor();
        HttpResponse<String> answer = visitor.signIn(login, PASSWORD);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/");
        return visitor;
    }
}
