package org.cleanclaim.codesets.publication;

import java.util.List;

/// Codes that are exempt from reporting whether they were present on admission, without dots.
public record ExemptCodes(List<String> codes) implements Content {
  public ExemptCodes {
    codes = List.copyOf(codes);
  }

  @Override
  public int size() {
    return codes.size();
  }
}
