package org.bihuan.identity;

import org.jspecify.annotations.Nullable;

/** A unit as other modules name one; the root has no parent. */
public record UnitRef(long id, @Nullable Long parentId, UnitKind kind, String name) {}
