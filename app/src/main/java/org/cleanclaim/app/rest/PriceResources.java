package org.cleanclaim.app.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.app.estimate.Answers;
import org.cleanclaim.app.pricing.ClaimPricing;
import org.cleanclaim.app.pricing.HospitalJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.PhysicianPricer;
import org.cleanclaim.pricing.physician.Practitioner;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.cleanclaim.pricing.physician.ZipLocalities;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What Medicare pays for the professional services of a day: the answer of the command `price`.
@RestController
class PriceResources {
  private final CodeSets codeSets;
  private final InstalledFees fees;
  private final AskedDay days;

  PriceResources(CodeSets codeSets, AskedDay days) {
    this.days = days;
    this.codeSets = codeSets;
    this.fees = new InstalledFees(codeSets);
  }

  /// @param zip of the place of service, in place of the locality
  /// @param locality contractor and number: `10112-00`
  /// @param by who served: `physician`, `nurse_practitioner` ...
  /// @param as `participating` or `not_participating`
  /// @param claims in place of services: text of an 837, of FHIR or of a table, or JSON
  /// @param hospitals of the provider-specific file, for inpatient stays: an object or a list
  /// @param cbsa the wage area of surgical centers
  /// @param baseUnits of anesthesia codes
  record PriceBody(
      @Nullable String dos,
      @Nullable String zip,
      @Nullable String locality,
      @Nullable String by,
      @Nullable String as,
      @Nullable List<ServiceBody> services,
      @Nullable JsonNode claims,
      @Nullable JsonNode hospitals,
      @Nullable String cbsa,
      @Nullable Map<String, Integer> baseUnits) {}

  @PostMapping("/api/v1/price")
  List<Object> price(@RequestBody PriceBody body) throws IOException {
    CodeParameters.check();
    if (body.claims() != null) return claims(body, body.claims());
    LocalDate day = days.of(body.dos());
    List<ServiceLine> lines = ServiceBody.lines(body.services());
    PhysicianPricer pricer =
        fees.on(day)
            .orElseThrow(() ->
                new IllegalStateException(
                    "The physician fees for %s are not installed. Install them with `cleanclaim codes install`."
                        .formatted(day)));
    var prices =
        pricer.price(
            lines,
            where(body, day),
            choice(Practitioner.class, "by", body.by(), Practitioner.PHYSICIAN),
            choice(Participation.class, "as", body.as(), Participation.PARTICIPATING));
    return Answers.of(prices, lines.stream().map(ServiceLine::code).toList());
  }

  private List<Object> claims(PriceBody body, JsonNode claims) throws IOException {
    var items = new ArrayList<>();
    var pricing =
        new ClaimPricing(
            codeSets,
            hospitals(body.hospitals()),
            body.locality() == null ? null : locality(body.locality()),
            body.cbsa() == null ? "" : body.cbsa(),
            body.baseUnits() == null ? Map.of() : body.baseUnits(),
            choice(Practitioner.class, "by", body.by(), Practitioner.PHYSICIAN),
            choice(Participation.class, "as", body.as(), Participation.PARTICIPATING),
            item -> items.add(item.json()));
    try (InputStream in = SentClaims.stream(claims)) {
      pricing.price(in, SentClaims.NAME);
    }
    return items;
  }

  private static Map<String, Hospital> hospitals(@Nullable JsonNode sent) {
    try {
      return sent == null ? Map.of() : HospitalJson.all(sent);
    } catch (IllegalArgumentException e) {
      throw new BadInput("hospitals: " + e.getMessage());
    }
  }

  private static Locality locality(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 2) throw new BadInput("Write the locality as 10112-00.");
    return Locality.of(parts[0], parts[1]);
  }

  private Locality where(PriceBody body, LocalDate day) {
    if (body.locality() != null) return locality(body.locality());
    String zip = body.zip();
    if (zip == null || !zip.matches("[0-9]{5}")) {
      throw new BadInput("State zip with five digits, or locality.");
    }
    ZipLocalities localities =
        codeSets
            .rules(PublicationKind.MPFS_ZIP, day)
            .filter(table -> table.effectiveFrom().getYear() == day.getYear())
            .map(table -> ZipLocalities.of(table.content(RuleTables.class)))
            .orElseThrow(() ->
                new IllegalStateException(
                    "The localities of ZIP codes for %s are not installed. State locality."
                        .formatted(day)));
    if (localities.isSplit(zip)) {
      throw new BadInput("ZIP code %s lies in several localities. State locality.".formatted(zip));
    }
    return localities
        .locality(zip)
        .orElseThrow(() -> new BadInput("ZIP code %s is not in the file.".formatted(zip)));
  }

  private static <C extends Enum<C>> C choice(
      Class<C> choices, String name, @Nullable String text, C otherwise) {
    if (text == null) return otherwise;
    try {
      return Enum.valueOf(choices, text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "%s has to be one of %s.".formatted(name, List.of(choices.getEnumConstants())));
    }
  }
}
