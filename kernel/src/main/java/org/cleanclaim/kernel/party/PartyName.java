package org.cleanclaim.kernel.party;

import org.jspecify.annotations.Nullable;

/// The name of a person or an organization (NM102 is 1 or 2).
public sealed interface PartyName {

  /// How the name is written on a screen.
  String display();

  /// A person. Masked in `toString`.
  record PersonName(
      String last, @Nullable String first, @Nullable String middle, @Nullable String suffix)
      implements PartyName {
    public PersonName(String last, String first) {
      this(last, first, null, null);
    }

    @Override
    public String display() {
      var name = new StringBuilder(last);
      if (first != null) name.append(", ").append(first);
      if (middle != null) name.append(' ').append(middle);
      if (suffix != null) name.append(' ').append(suffix);
      return name.toString();
    }

    @Override
    public String toString() {
      return "[person]";
    }
  }

  /// An organization.
  record OrganizationName(String name) implements PartyName {
    @Override
    public String display() {
      return name;
    }
  }
}
