package org.bihuan.identity;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A person as administrators see them; {@code lockedUntil} is null unless the account is locked now. */
public record PersonDetail(
        PersonRef person,
        List<PostRef> posts,
        Instant passwordSince,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastLoginAt) {

    public PersonDetail {
        posts = List.copyOf(posts);
    }
}
