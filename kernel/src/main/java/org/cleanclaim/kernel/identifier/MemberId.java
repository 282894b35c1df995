package org.cleanclaim.kernel.identifier;

import java.util.Optional;

/// The number on a member's insurance card, 2 to 80 characters. Masked in `toString`.
public record MemberId(String value) {
  public MemberId {
    if (!value.matches("[ -~]{2,80}")) throw new IllegalArgumentException("not a member id");
  }

  public static Optional<MemberId> parse(String text) {
    String plain = text.strip();
    return plain.matches("[ -~]{2,80}") ? Optional.of(new MemberId(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "***" + value.substring(Math.max(0, value.length() - 2));
  }
}
