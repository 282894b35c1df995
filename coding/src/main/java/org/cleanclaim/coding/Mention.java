package org.cleanclaim.coding;

/// A phrase that was found and not coded.
///
/// @param why the reason in plain words
public record Mention(Evidence evidence, String code, String why) {}
