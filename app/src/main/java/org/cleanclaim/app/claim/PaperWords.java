package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// How values are written in the boxes of a paper claim.
final class PaperWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM dd yyyy");

  private PaperWords() {}

  static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  static String address(@Nullable Address address) {
    if (address == null) return "";
    return java.util.stream.Stream.of(
            address.line1(), address.line2(), address.city(), address.state(), zip(address))
        .filter(s -> s != null && !s.isBlank())
        .collect(Collectors.joining(", "));
  }

  /// Nine digits with their hyphen.
  private static @Nullable String zip(Address address) {
    String code = address.postalCode();
    return code == null ? null : code.replaceFirst("^(\\d{5})(\\d{4})$", "$1-$2");
  }

  static String provider(Claim claim, ProviderRole role) {
    return claim.provider(role).map(p -> p.name().display()).orElse("");
  }

  static String npi(Claim claim, ProviderRole role) {
    return npi(claim.provider(role));
  }

  static String npi(Optional<Provider> provider) {
    return provider.map(Provider::npi).map(n -> n.value()).orElse("");
  }

  static String service(ServiceLine line) {
    if (line.procedure() == null) return "";
    return (line.procedure().value()
            + " "
            + line.modifiers().stream().map(Modifier::value).collect(Collectors.joining(" ")))
        .strip();
  }

  static String codes(Claim claim, Kind kind) {
    return codes(claim.informationCodes(kind));
  }

  static String codes(List<InformationCode> codes) {
    return codes.stream().map(PaperWords::code).collect(Collectors.joining("; "));
  }

  private static String code(InformationCode code) {
    var text = new StringBuilder(code.code());
    if (code.from() != null) text.append(' ').append(day(code.from()));
    if (code.through() != null) text.append(" to ").append(day(code.through()));
    if (code.amount() != null) text.append(' ').append(code.amount());
    if (code.presentOnAdmission() != null) text.append(' ').append(code.presentOnAdmission());
    return text.toString();
  }
}
