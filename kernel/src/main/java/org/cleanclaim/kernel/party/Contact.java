package org.cleanclaim.kernel.party;

import org.jspecify.annotations.Nullable;

/// Whom to call (PER segment).
public record Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {}
