package org.bihuan.demo;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.identity.OrganisationSetup;
import org.bihuan.shared.DemoAccount;
import org.bihuan.shared.DemoAccounts;
import org.bihuan.shared.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the demo round into an empty embedded database, and tells its accounts. */
@Component
@ConditionalOnProperty("bihuan.demo.enabled")
class DemoLoader implements ApplicationRunner, DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    /** Shown on the demo's own login page: no secret. */
    private static final String PASSWORD = "Bihuan-demo-2026";

    private final OrganisationSetup setup;
    private final DemoRound round;
    private final Texts texts;

    DemoLoader(OrganisationSetup setup, DemoRound round, Texts texts) {
        this.setup = setup;
        this.round = round;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (setup.empty()) {
            round.tell(PASSWORD);
            LOG.info("Demo round loaded");
        }
    }

    @Override
    public List<DemoAccount> accounts() {
        List<DemoAccount> accounts = new ArrayList<>();
        List<String> logins = List.of(
                "yingshangban-jingbanren",
                "yingshangban-fuzeren",
                "banzi3",
                DemoOrganisation.SUPERVISOR,
                DemoOrganisation.SECRETARY,
                DemoOrganisation.CLERK,
                DemoOrganisation.DISCIPLINE,
                DemoOrganisation.FIRST_DEPUTY,
                "xitong",
                "anquan",
                "shenji",
                "liucheng",
                "quji");
        DemoOrganisation.persons().stream()
                .filter(person -> logins.contains(person.login()))
                .sorted(java.util.Comparator.comparingInt(person -> logins.indexOf(person.login())))
                .forEach(person -> accounts.add(new DemoAccount(
                        person.login(),
                        PASSWORD,
                        person.name(),
                        texts.get("demo.comesFor." + person.duties().get(0).duty()))));
        return accounts;
    }
}
