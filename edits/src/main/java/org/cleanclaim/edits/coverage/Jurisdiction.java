package org.cleanclaim.edits.coverage;

import java.util.Locale;

/// Whose local policies hold for a provider.
public sealed interface Jurisdiction {

  /// A Medicare contractor by its workload number: `05102`.
  record Contractor(String number) implements Jurisdiction {}

  /// All contractors of a state: `OH`.
  record State(String code) implements Jurisdiction {
    public State {
      code = code.toUpperCase(Locale.ROOT);
    }
  }

  /// Where the provider is not known: national policies alone.
  record Unknown() implements Jurisdiction {}
}
