package org.cleanclaim.app.rest;

import java.io.FileNotFoundException;
import java.io.StringReader;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;
import org.cleanclaim.pricing.file.PlanFile;
import org.cleanclaim.pricing.file.PlanTerms;
import org.jspecify.annotations.Nullable;

/// Plans and contracts that a program sends as texts; refused with every fault.
final class TermsTexts {
  private TermsTexts() {}

  /// A contract that names no other file.
  static Contract contract(@Nullable String text) {
    return content(
        ContractFile.read(
            "contract",
            new StringReader(needed("contract", text)),
            name -> {
              throw new FileNotFoundException(name);
            }));
  }

  static PlanTerms plan(@Nullable String text) {
    return content(PlanFile.read("plan", new StringReader(needed("plan", text))));
  }

  /// The tier with a name; the network where none is named.
  static NetworkTier tier(PlanTerms plan, @Nullable String name) {
    String tier = name == null ? NetworkTier.IN_NETWORK.slug() : name;
    if (!tier.matches("[a-z][a-z0-9_-]{1,30}") || plan.plan().at(new NetworkTier(tier)).isEmpty()) {
      throw new BadInput("The plan has no tier " + tier + ". Name one of its tiers.");
    }
    return new NetworkTier(tier);
  }

  private static String needed(String name, @Nullable String text) {
    if (text == null || text.isBlank()) throw new BadInput("State " + name + ".");
    return text;
  }

  private static <T> T content(FileResult<T> result) {
    return switch (result) {
      case FileResult.Read<T> read -> read.content();
      case FileResult.Refused<T> refused ->
          throw new BadInput(String.join(" ", refused.problems()));
    };
  }
}
