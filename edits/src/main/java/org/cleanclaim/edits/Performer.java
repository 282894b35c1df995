package org.cleanclaim.edits;

import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// Who gave a service, for rules that ask whether two services are the same provider's. Physicians
/// of one group and one specialty are paid as if they were one (Medicare Claims Processing Manual,
/// chapter 12, section 30.6.5).
///
/// @param npi of the rendering provider; of the facility on institutional claims
/// @param group tax id of the practice, or its NPI; null on institutional claims
/// @param specialty taxonomy of the rendering provider; null when the claim does not say
public record Performer(@Nullable Npi npi, @Nullable String group, @Nullable String specialty) {
  /// Physicians by the Social Security Act, section 1861(r): medicine and osteopathy, dental
  /// surgery, podiatry, optometry, chiropractic (first digits of the Health Care Provider
  /// Taxonomy).
  private static final List<String> PHYSICIANS = List.of("20", "1223", "213E", "152W", "111N");

  /// Who gave the services of a claim, where its lines do not say otherwise.
  static Performer of(Claim claim) {
    Provider rendering = rendering(claim.providers());
    return of(claim, rendering == null ? claim.billingProvider() : rendering);
  }

  /// Who gave the service of a line.
  ///
  /// @param usual who gave those of the claim
  static Performer of(Claim claim, ServiceLine line, Performer usual) {
    if (line.providers().isEmpty() || claim.type() == ClaimType.INSTITUTIONAL) return usual;
    Provider rendering = rendering(line.providers());
    return rendering == null ? usual : of(claim, rendering);
  }

  private static Performer of(Claim claim, Provider rendering) {
    Provider billing = claim.billingProvider();
    if (claim.type() == ClaimType.INSTITUTIONAL) return new Performer(billing.npi(), null, null);
    String group = null;
    if (billing.taxId() != null) group = billing.taxId().value();
    else if (billing.npi() != null) group = billing.npi().value();
    var taxonomy = rendering.taxonomy();
    return new Performer(rendering.npi(), group, taxonomy == null ? null : taxonomy.value());
  }

  private static @Nullable Provider rendering(List<Provider> providers) {
    for (Provider provider : providers) {
      if (provider.role() == ProviderRole.RENDERING) return provider;
    }
    return null;
  }

  /// Whether both are one provider; no when nobody can say.
  public boolean isSameAs(Performer other) {
    if (npi != null && npi.equals(other.npi)) return true;
    return isOfGroupOf(other)
        && specialty != null
        && specialty.equals(other.specialty)
        && PHYSICIANS.stream().anyMatch(specialty::startsWith);
  }

  /// Whether both bill for one practice.
  public boolean isOfGroupOf(Performer other) {
    return group != null && Objects.equals(group, other.group);
  }
}
