package org.bihuan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.shared.OffsetClock;
import org.bihuan.shared.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A small organisation on a fresh database, and somebody logged in. */
@SpringBootTest(classes = IdentityTestBed.Beans.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class IdentityTestBed {

    static final String PASSWORD = "Chun-feng-2026";
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Autowired
    OrganisationSetup setup;

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    AccessAdministration access;

    @Autowired
    OwnAccount own;

    @Autowired
    PeopleOverview overview;

    @Autowired
    Directory directory;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    PasswordLogin login;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OffsetClock clock;

    Map<String, Long> units = Map.of();
    Map<String, Long> persons = Map.of();

    @ComponentScan(
            basePackages = {"org.bihuan.identity", "org.bihuan.audit"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT)\\b.*"))
    @EntityScan("org.bihuan.identity")
    @EnableJpaRepositories("org.bihuan.identity")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    /* Not annotated as a configuration, so that a scan of the whole product passes it by. */
    static class Beans {

        @Bean
        OffsetClock clock() {
            return new OffsetClock(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
        }

        @Bean
        Texts texts() {
            return new Texts() {
                @Override
                public String get(Locale locale, String key, Object... args) {
                    return key;
                }

                @Override
                public boolean has(Locale locale, String key) {
                    return true;
                }

                @Override
                public String get(String key, Object... args) {
                    return key;
                }
            };
        }
    }

    @BeforeEach
    void organisation() {
        for (String table : List.of(
                "identity_login_session",
                "identity_substitution",
                "identity_post_holder",
                "identity_post",
                "identity_person",
                "identity_setup")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update identity_unit set parent_id = null").update();
        jdbc.sql("delete from identity_unit").update();
        clock.offset(Duration.ZERO);
        OrganisationSetup.Made made = setup.create(
                List.of(
                        new SetupUnit("top", null, UnitKind.WORKING_COMMITTEE, "党工委"),
                        new SetupUnit("office", "top", UnitKind.OFFICE, "党建办"),
                        new SetupUnit("village", "top", UnitKind.VILLAGE_ORG, "新红村党组织")),
                List.of(
                        person("sys", "系统管理员", new SetupDuty("top", Duty.SYSTEM_ADMIN)),
                        person("sec", "安全管理员", new SetupDuty("top", Duty.SECURITY_ADMIN)),
                        person("aud", "审计管理员", new SetupDuty("top", Duty.AUDIT_ADMIN)),
                        person("head", "党建办主任", new SetupDuty("office", Duty.UNIT_HEAD)),
                        person("handler", "党建办经办人", new SetupDuty("office", Duty.HANDLER)),
                        person("villager", "村书记", new SetupDuty("village", Duty.HANDLER))),
                PASSWORD,
                false);
        units = made.units();
        persons = made.persons();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    long id(String login) {
        return Objects.requireNonNull(persons.get(login), login);
    }

    long unit(String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    void as(String login) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new LoggedIn(id(login), login), null, List.of()));
    }

    List<String> trail(String stream) {
        return jdbc.sql("select action from audit_event where stream = ? order by seq")
                .param(stream)
                .query(String.class)
                .list();
    }

    private static SetupPerson person(String login, String name, SetupDuty duty) {
        return new SetupPerson(login, name, List.of(duty));
    }
}
