package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// How the values of fields are read from a claim.
final class FieldAccess {
  /// Reads a field of the whole claim.
  @FunctionalInterface
  interface ClaimReader {
    List<String> read(Claim claim, LocalDate day);
  }

  /// Reads a field of one line.
  @FunctionalInterface
  interface LineReader {
    List<String> read(Claim claim, ServiceLine line);
  }

  private FieldAccess() {}

  static List<String> one(@Nullable Object value) {
    if (value == null) return List.of();
    String text = value.toString();
    return text.isBlank() ? List.of() : List.of(text);
  }

  static List<String> yesNo(boolean isYes) {
    return isYes ? List.of("Y") : List.of("N");
  }

  static List<String> daysSinceService(Claim claim, LocalDate day) {
    return claim
        .servedFrom()
        .map(from -> one(ChronoUnit.DAYS.between(from, day)))
        .orElse(List.of());
  }

  /// Whole years on the first day of service.
  static List<String> age(Claim claim, LocalDate day) {
    return aged(claim, day, ChronoUnit.YEARS);
  }

  static List<String> ageInDays(Claim claim, LocalDate day) {
    return aged(claim, day, ChronoUnit.DAYS);
  }

  private static List<String> aged(Claim claim, LocalDate day, ChronoUnit unit) {
    LocalDate born = claim.patient().bornOn();
    return born == null ? List.of() : one(unit.between(born, claim.servedFrom().orElse(day)));
  }

  static List<String> codes(Claim claim, InformationCode.Kind kind) {
    if (claim.informationCodes().isEmpty()) return List.of();
    return claim.informationCodes(kind).stream().map(InformationCode::code).toList();
  }

  static List<String> procedures(Claim claim) {
    var all = new ArrayList<String>(claim.lines().size());
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() != null) all.add(line.procedure().value());
    }
    return all;
  }

  static List<String> modifiers(Claim claim) {
    var all = new ArrayList<String>();
    for (ServiceLine line : claim.lines()) all.addAll(modifiers(line));
    return all;
  }

  static List<String> modifiers(ServiceLine line) {
    if (line.modifiers().isEmpty()) return List.of();
    var all = new ArrayList<String>(line.modifiers().size());
    for (Modifier modifier : line.modifiers()) all.add(modifier.value());
    return all;
  }

  static List<String> revenueCodes(Claim claim) {
    var all = new ArrayList<String>();
    for (ServiceLine line : claim.lines()) {
      if (line.revenueCode() != null) all.add(line.revenueCode());
    }
    return all;
  }

  static List<String> street(@Nullable Address address) {
    if (address == null) return List.of();
    return one(address.line2() == null ? address.line1() : address.line1() + " " + address.line2());
  }

  static List<String> state(@Nullable Address address) {
    return address == null ? List.of() : one(address.state());
  }

  static List<String> zip(@Nullable Address address) {
    return address == null ? List.of() : one(address.postalCode());
  }

  static List<String> npi(Claim claim, ProviderRole role) {
    return npi(claim.providers(), role);
  }

  /// The line's own provider, else that of the claim.
  static List<String> npi(Claim claim, ServiceLine line, ProviderRole role) {
    List<String> own = npi(line.providers(), role);
    return own.isEmpty() ? npi(claim.providers(), role) : own;
  }

  private static List<String> npi(List<Provider> providers, ProviderRole role) {
    for (Provider provider : providers) {
      if (provider.role() == role) return one(provider.npi());
    }
    return List.of();
  }

  static List<String> taxonomy(Claim claim, ProviderRole role) {
    return claim.provider(role).map(p -> one(p.taxonomy())).orElse(List.of());
  }

  /// The codes of the diagnoses that a line points to.
  static List<String> pointed(Claim claim, ServiceLine line) {
    var codes = new ArrayList<String>(line.diagnosisPointers().size());
    for (int pointer : line.diagnosisPointers()) {
      if (pointer >= 1 && pointer <= claim.diagnoses().size()) {
        codes.add(claim.diagnoses().get(pointer - 1).code().value());
      }
    }
    return codes;
  }
}
