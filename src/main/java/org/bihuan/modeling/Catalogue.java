package org.bihuan.modeling;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.bihuan.shared.ProcessVocabulary;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** All contributions to the closed vocabulary, read at first use because steps themselves need the engine. */
public final class Catalogue {

    private final Supplier<List<ProcessVocabulary>> sources;
    private volatile @Nullable Content content;

    Catalogue(Supplier<List<ProcessVocabulary>> sources) {
        this.sources = sources;
    }

    /** A catalogue of the given contributions, for an engine outside the application context. */
    public static Catalogue of(ProcessVocabulary... vocabularies) {
        List<ProcessVocabulary> list = List.of(vocabularies);
        return new Catalogue(() -> list);
    }

    /** The bean of that name, a step or a source of collections; null if no model may name it. */
    @Nullable
    Object bean(String name) {
        return content().beans.get(name);
    }

    boolean isStep(String name) {
        return bean(name) instanceof JavaDelegate;
    }

    /** Whether {@code name} is a source of collections and offers the public method {@code method}. */
    boolean isCollection(String name, String method) {
        Object bean = bean(name);
        return bean != null && PublishedMethods.find(bean, method, 1) != null;
    }

    /** Whether {@code object} is, by identity, a bean whose methods an expression may call. */
    boolean isCallable(Object object) {
        return !(object instanceof JavaDelegate)
                && content().beans.values().stream().anyMatch(bean -> bean == object);
    }

    Set<String> formKeys() {
        return content().formKeys;
    }

    Set<String> assignRules() {
        return content().assignRules;
    }

    Set<String> dueRules() {
        return content().dueRules;
    }

    Set<String> ownVariables() {
        return content().ownVariables;
    }

    Set<String> caseVariables() {
        return content().caseVariables;
    }

    Set<String> decisionVariables() {
        return content().decisionVariables;
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            known = Content.of(sources.get());
            content = known;
        }
        return known;
    }

    private record Content(
            Map<String, Object> beans,
            Set<String> formKeys,
            Set<String> assignRules,
            Set<String> dueRules,
            Set<String> ownVariables,
            Set<String> caseVariables,
            Set<String> decisionVariables) {

        static Content of(List<ProcessVocabulary> sources) {
            Map<String, Object> beans = new HashMap<>();
            for (ProcessVocabulary source : sources) {
                source.beans().forEach((name, bean) -> {
                    if (beans.put(name, bean) != null) {
                        throw new IllegalStateException("Two contributions publish the bean " + name);
                    }
                });
            }
            return new Content(
                    Map.copyOf(beans),
                    union(sources, ProcessVocabulary::formKeys),
                    union(sources, ProcessVocabulary::assignRules),
                    union(sources, ProcessVocabulary::dueRules),
                    union(sources, ProcessVocabulary::ownVariables),
                    union(sources, ProcessVocabulary::caseVariables),
                    union(sources, ProcessVocabulary::decisionVariables));
        }

        private static Set<String> union(
                List<ProcessVocabulary> sources, Function<ProcessVocabulary, Set<String>> part) {
            Set<String> all = new HashSet<>();
            sources.forEach(source -> all.addAll(part.apply(source)));
            return all.stream().collect(toUnmodifiableSet());
        }
    }
}
