package org.cleanclaim.coding;

/// A phrase that was found and not coded.
///
/// @param isComplete whether the code could be billed; otherwise the documentation lacks detail
/// @param why the reason in plain words
public record Mention(Evidence evidence, String code, boolean isComplete, String why) {}
