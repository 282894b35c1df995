package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Characters;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// People, numbers and addresses.
final class DemographicRules implements EditRule {
  private final CodeSets codeSets;
  private final PatternCache patterns = new PatternCache();

  DemographicRules(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    birthDate(claim).ifPresent(findings::add);
    if (claim.patient().sex() == Sex.UNKNOWN) {
      findings.add(
          Rule.PATIENT_SEX.at(
              Place.field("Sex"),
              "The patient's sex is not known.",
              "Ask and enter it in the registration."));
    }
    if (!isComplete(claim.patient().address())) {
      findings.add(
          Rule.PATIENT_ADDRESS.at(
              Place.field("Address"),
              "The patient's address is incomplete.",
              "Complete street, city, state and ZIP."));
    }
    memberId(claim, context).ifPresent(findings::add);
    billingProvider(claim).ifPresent(findings::add);
    var rendering = claim.provider(ProviderRole.RENDERING);
    if (rendering.isPresent() && rendering.get().npi() == null) {
      findings.add(
          Rule.RENDERING_PROVIDER.at(
              Place.field("Rendering provider"),
              "The rendering provider has no valid NPI.",
              "Enter the NPI in the provider's record."));
    }
    taxId(claim).ifPresent(findings::add);
    LocalDate day = claim.servedFrom().orElse(context.asOf());
    taxonomy(claim.billingProvider(), day, findings);
    for (Provider provider : claim.providers()) taxonomy(provider, day, findings);
    return findings;
  }

  /// Numbers that no office has issued: all digits alike, a row of digits, or an employer number
  /// that begins with 00.
  private static Optional<Finding> taxId(Claim claim) {
    TaxId taxId = claim.billingProvider().taxId();
    if (taxId == null) return Optional.empty();
    String digits = taxId.value();
    boolean isAlike = digits.chars().allMatch(c -> c == digits.charAt(0));
    boolean isPlaceholder =
        isAlike
            || digits.equals("012345678")
            || digits.startsWith("00")
            || digits.equals("987654321");
    if (!isPlaceholder) return Optional.empty();
    return Optional.of(
        Rule.TAX_ID_REAL.at(
            Place.field("Billing provider"),
            "The billing provider's tax id is a placeholder.",
            "Enter the number from the letter of the tax office."));
  }

  private void taxonomy(Provider provider, LocalDate day, List<Finding> findings) {
    Taxonomy taxonomy = provider.taxonomy();
    if (taxonomy == null) return;
    var edition = codeSets.edition(CodeSystem.TAXONOMY, day);
    if (edition.isEmpty() || edition.get().starter()) return;
    if (codeSets.find(CodeSystem.TAXONOMY, taxonomy.value(), day).isPresent()) return;
    findings.add(
        Rule.TAXONOMY_VALID.at(
            Place.field("Taxonomy"),
            "Taxonomy " + taxonomy.value() + " is not in the code set on " + day + ".",
            "Choose the provider's specialty from the code set."));
  }

  private static Optional<Finding> birthDate(Claim claim) {
    LocalDate bornOn = claim.patient().bornOn();
    if (bornOn == null) {
      return Optional.of(
          Rule.PATIENT_BIRTH.at(
              Place.field("Birth date"),
              "The patient's birth date is missing.",
              "Enter it in the registration."));
    }
    if (claim.servedFrom().filter(bornOn::isAfter).isPresent()) {
      return Optional.of(
          Rule.PATIENT_BIRTH.at(
              Place.field("Birth date"),
              "The patient was born after the service.",
              "Correct the birth date or the day of service."));
    }
    return Optional.empty();
  }

  private static boolean isComplete(@Nullable Address address) {
    return address != null
        && !address.line1().isBlank()
        && !address.city().isBlank()
        && address.state() != null
        && address.postalCode() != null
        && (isZip(address.postalCode(), 5) || isZip(address.postalCode(), 9));
  }

  private static boolean isZip(String text, int digits) {
    return text.length() == digits && Characters.areDigits(text, 0, digits);
  }

  private Optional<Finding> memberId(Claim claim, ScrubContext context) {
    var memberId = claim.subscriber().memberId();
    if (memberId == null) {
      return Optional.of(
          Rule.MEMBER_ID.at(
              Place.field("Member id"),
              "The member id is missing.",
              "Enter it from the insurance card."));
    }
    String pattern = context.memberIdPattern();
    if (pattern != null && !patterns.matches(pattern, memberId.value())) {
      return Optional.of(
          Rule.MEMBER_ID.at(
              Place.field("Member id"),
              "The member id does not have the form that this payer uses.",
              "Compare it with the insurance card and correct the coverage."));
    }
    return Optional.empty();
  }

  private static Optional<Finding> billingProvider(Claim claim) {
    var billing = claim.billingProvider();
    var missing = new ArrayList<String>();
    if (billing.npi() == null) missing.add("NPI");
    if (billing.taxId() == null) missing.add("tax id");
    var address = billing.address();
    String zip = address == null ? null : address.postalCode();
    if (zip == null || !isZip(zip, 9)) missing.add("nine-digit ZIP");
    if (missing.isEmpty()) return Optional.empty();
    return Optional.of(
        Rule.BILLING_PROVIDER.at(
            Place.field("Billing provider"),
            "The billing provider lacks: " + String.join(", ", missing) + ".",
            "Complete the practice's record."));
  }
}
