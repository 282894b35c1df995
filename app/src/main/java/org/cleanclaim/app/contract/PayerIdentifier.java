package org.cleanclaim.app.contract;

/// How a payer is named in questions (270, 278).
///
/// @param clearinghouse name of the connection, empty for every one
/// @param kind of the files, `270` or `278`, empty for both
public record PayerIdentifier(String clearinghouse, String kind, String identifier) {}
