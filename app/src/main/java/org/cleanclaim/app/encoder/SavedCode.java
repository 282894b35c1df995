package org.cleanclaim.app.encoder;

import java.time.Instant;
import org.cleanclaim.kernel.code.CodeSystem;

/// A code that somebody keeps.
///
/// @param code without dot
/// @param title as it was when it was kept: a code that is gone later still has its words
public record SavedCode(CodeSystem system, String code, String title, Instant at) {}
