package org.cleanclaim.workforce.career;

/// A kind of workplace and what the work is like there.
public record WorkSetting(
    String name, String systems, String credentials, String work, String source) {}
