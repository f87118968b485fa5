package org.bihuan.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.shared.SignedInUser;
import org.bihuan.shared.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Name, units and duties of who is signed in, for the user menu. */
@Component
class SignedInFace implements SignedInUser {

    private static final int SHOWN = 3;

    private final SessionActor sessionActor;
    private final Directory directory;
    private final Texts texts;

    SignedInFace(SessionActor sessionActor, Directory directory, Texts texts) {
        this.sessionActor = sessionActor;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Face> face() {
        return sessionActor.account().map(account -> new Face(account.name(), duties(account.posts())));
    }

    private String duties(List<PostRef> posts) {
        Stream<String> words = posts.stream()
                .limit(SHOWN)
                .map(post -> texts.get(
                        "identity.dutyInUnit",
                        directory.unit(post.unitId()).name(),
                        texts.get(post.duty().key())));
        return words.collect(Collectors.joining(texts.get("identity.comma")));
    }
}
