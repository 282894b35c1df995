package org.cleanclaim.app.denial;

/// Something on hand for an action.
///
/// @param content name of the document, or the words themselves
/// @param addedBy who added it; `record` when the program found it
public record Evidence(EvidenceKind kind, String content, String addedBy) {}
