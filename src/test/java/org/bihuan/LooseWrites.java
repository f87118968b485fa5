package org.bihuan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds plain SQL that writes and can be reached without a transaction. From each write it goes back from
 * caller to caller, until a method that opens or demands a transaction; where nobody calls any more, the way
 * from there is loose. Entities need no such search: the entity manager refuses by itself.
 */
final class LooseWrites {

    private static final Set<Propagation> NONE =
            Set.of(Propagation.SUPPORTS, Propagation.NOT_SUPPORTED, Propagation.NEVER);

    /** What relies on a transaction around it, and the call or write for which it does. */
    private final Map<JavaCodeUnit, JavaAccess<?>> reliant = new HashMap<>();

    private final Deque<JavaCodeUnit> unseen = new ArrayDeque<>();
    private final Set<String> loose = new TreeSet<>();

    private LooseWrites() {}

    /** The ways to a write outside of a transaction, from method to method as {@code Service.act > Rows.insert}. */
    static Set<String> in(JavaClasses classes) {
        LooseWrites search = new LooseWrites();
        classes.stream()
                .filter(one -> !one.isAssignableTo(JavaMigration.class))
                .flatMap(one -> one.getAccessesFromSelf().stream())
                .filter(LooseWrites::writes)
                .forEach(search::follow);
        while (!search.unseen.isEmpty()) {
            search.lookAt(search.unseen.remove());
        }
        return search.loose;
    }

    private void lookAt(JavaCodeUnit unit) {
        Set<JavaAccess<?>> callers = callersOf(unit);
        callers.removeIf(caller -> caller.getOrigin().equals(unit));
        if (isTransactional(unit)) {
            // Who calls it on its own object goes past the proxy that would open the transaction.
            callers.removeIf(caller -> !sameObject(caller.getOrigin(), unit));
        } else if (callers.isEmpty()) {
            loose.add(way(unit));
        }
        callers.forEach(this::follow);
    }

    private void follow(JavaAccess<?> access) {
        JavaCodeUnit origin = access.getOrigin();
        if (!handedToTransaction(access) && reliant.putIfAbsent(origin, access) == null) {
            unseen.add(origin);
        }
    }

    private String way(JavaCodeUnit from) {
        String name = from.getOwner()
                        .getName()
                        .substring(from.getOwner().getPackageName().length() + 1)
                + "."
                + from.getName();
        JavaAccess<?> next = reliant.get(from);
        return next != null
                        && next.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit to
                        && reliant.containsKey(to)
                ? name + " > " + way(to)
                : name;
    }

    private static boolean writes(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (owner.getPackageName().startsWith("org.springframework.jdbc")) {
            return name.equals("update") || name.equals("batchUpdate") || name.startsWith("execute");
        }
        return owner.getPackageName().equals("java.sql") && name.startsWith("execute") && !name.equals("executeQuery");
    }

    private static Set<JavaAccess<?>> callersOf(JavaCodeUnit unit) {
        if (unit instanceof JavaConstructor constructor) {
            return new HashSet<>(constructor.getAccessesToSelf());
        } else if (unit instanceof JavaMethod method) {
            return declarations(method)
                    .flatMap(declared -> declared.getAccessesToSelf().stream())
                    .collect(Collectors.toCollection(HashSet::new));
        }
        return new HashSet<>();
    }

    /** The method, and those of its types above that a caller may have named instead. */
    private static Stream<JavaMethod> declarations(JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        JavaClass owner = method.getOwner();
        return Stream.concat(
                Stream.of(method),
                Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                        .map(above -> above.tryGetMethod(method.getName(), parameters))
                        .flatMap(Optional::stream));
    }

    private static boolean isTransactional(JavaCodeUnit unit) {
        if (!(unit instanceof JavaMethod)
                || unit.getModifiers().contains(JavaModifier.PRIVATE)
                || unit.getModifiers().contains(JavaModifier.STATIC)) {
            return false;
        }
        return unit.tryGetAnnotationOfType(Transactional.class)
                .or(() -> unit.getOwner().tryGetAnnotationOfType(Transactional.class))
                .filter(transaction -> !transaction.readOnly() && !NONE.contains(transaction.propagation()))
                .isPresent();
    }

    private static boolean sameObject(JavaCodeUnit caller, JavaCodeUnit called) {
        return outermost(caller.getOwner()).equals(outermost(called.getOwner()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LooseWrites::outermost).orElse(type);
    }

    /** Whether it happens in what the caller hands to a method that runs it in a transaction. */
    private static boolean handedToTransaction(JavaAccess<?> access) {
        return (access.isDeclaredInLambda() || access instanceof JavaCodeUnitReference)
                && access.getOrigin().getMethodCallsFromSelf().stream().anyMatch(LooseWrites::runsInTransaction);
    }

    private static boolean runsInTransaction(JavaMethodCall call) {
        return opens(call)
                || call.getTarget()
                        .resolveMember()
                        .filter(LooseWrites::passesOn)
                        .isPresent();
    }

    /** A method that takes an act and runs it in a transaction. */
    private static boolean passesOn(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Runnable.class)
                                || type.isEquivalentTo(Supplier.class)
                                || type.isEquivalentTo(Consumer.class))
                && method.getMethodCallsFromSelf().stream().anyMatch(LooseWrites::opens);
    }

    private static boolean opens(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(TransactionOperations.class)
                && call.getName().startsWith("execute");
    }
}
