package org.cleanclaim.app.contract;

import java.util.Objects;

/// How a payer is named in files.
///
/// @param clearinghouse name of the connection, empty for every one
/// @param kind of the files, such as `837P` or `270`, empty for every one
public record PayerIdentifier(String clearinghouse, String kind, String identifier) {
  public PayerIdentifier {
    clearinghouse = Objects.requireNonNullElse(clearinghouse, "");
    kind = Objects.requireNonNullElse(kind, "");
    identifier = Objects.requireNonNullElse(identifier, "");
  }
}
