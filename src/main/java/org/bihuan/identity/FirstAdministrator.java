package org.bihuan.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.shared.FirstStart;
import org.bihuan.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever reads the console of an empty installation become its first system administrator, once. */
@Service
@Transactional
public class FirstAdministrator implements FirstStart {

    /** Route of the screen that redeems the link. */
    public static final String ROUTE = "setup";

    private static final int TOKEN_BYTES = 16;

    private final OrganisationSetup setup;
    private final SetupTokenRepository tokens;
    private final PasswordRules passwordRules;
    private final LoginPolicy policy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FirstAdministrator(
            OrganisationSetup setup,
            SetupTokenRepository tokens,
            PasswordRules passwordRules,
            LoginPolicy policy,
            Clock clock) {
        this.setup = setup;
        this.tokens = tokens;
        this.passwordRules = passwordRules;
        this.policy = policy;
        this.clock = clock;
    }

    /** Makes a new link, of which only a hash is kept; links given before stop working. */
    @Override
    public Optional<String> setUpPath() {
        if (!setup.empty()) {
            return Optional.empty();
        }
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        tokens.deleteAll();
        tokens.save(new SetupToken(hash(text), clock.instant(), policy.setupLinkValid()));
        return Optional.of("/" + ROUTE + "?token=" + text);
    }

    /** Whether nobody is there yet, so that a link may be redeemed. */
    @Transactional(readOnly = true)
    public boolean awaited() {
        return setup.empty();
    }

    /** What the password must be. */
    public PasswordAdvice passwordAdvice() {
        return passwordRules.advice();
    }

    /**
     * Refuses what cannot be redeemed whatever the link, all of it at once, beside the fields {@code
     * unit}, {@code name}, {@code login} and {@code password}.
     */
    public void check(String unitName, String login, String name, String password) {
        RuleViolation.gather(
                () -> Unit.checkName(unitName, "unit"),
                () -> Person.checkName(name),
                () -> Person.checkLogin(login),
                () -> passwordRules.check(login.strip(), password));
    }

    /**
     * Creates the top unit and the first system administrator in it.
     *
     * @throws RuleViolation if the link is unknown, used, expired, or somebody is there already; if
     *     login or password do not do
     */
    public void redeem(String token, String unitName, String login, String name, String password) {
        SetupToken found =
                tokens.findByTokenHash(hash(token)).orElseThrow(() -> new RuleViolation("identity.setup.unknown"));
        found.redeem(clock.instant());
        if (!setup.empty()) {
            throw new RuleViolation("identity.setup.used");
        }
        check(unitName, login, name, password);
        setup.create(
                List.of(new SetupUnit("top", null, UnitKind.WORKING_COMMITTEE, unitName)),
                List.of(new SetupPerson(login, name, List.of(new SetupDuty("top", Duty.SYSTEM_ADMIN)))),
                password,
                false);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
