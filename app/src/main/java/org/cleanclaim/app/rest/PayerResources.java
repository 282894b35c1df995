package org.cleanclaim.app.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.DirectoryFile;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerContact;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.PayerIdentifier;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.contract.TypedPayer;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The payer directory.
@RestController
@RequestMapping("/api/v1/payers")
class PayerResources {
  record PayerResource(
      String payer,
      String name,
      String claimsNumber,
      String filing,
      int timelyFilingDays,
      @Nullable String memberIdPattern,
      PayerContact contact,
      List<PayerIdentifier> numbers) {}

  /// Whom to call, and where. What is missing stays as it is.
  record ContactBody(
      @Nullable String addressLine,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable PostalBody appealsAddress,
      @Nullable String claimsPhone,
      @Nullable String eligibilityPhone,
      @Nullable String authorizationPhone,
      @Nullable String portal,
      @Nullable Integer usualAnswerDays) {
    private PayerContact over(PayerContact known) {
      return new PayerContact(
          Objects.requireNonNullElse(addressLine, known.addressLine()),
          Objects.requireNonNullElse(city, known.city()),
          Objects.requireNonNullElse(state, known.state()),
          Objects.requireNonNullElse(postalCode, known.postalCode()),
          appealsAddress == null ? known.appealsAddress() : appealsAddress.address(),
          Objects.requireNonNullElse(claimsPhone, known.claimsPhone()),
          Objects.requireNonNullElse(eligibilityPhone, known.eligibilityPhone()),
          Objects.requireNonNullElse(authorizationPhone, known.authorizationPhone()),
          Objects.requireNonNullElse(portal, known.portal()),
          usualAnswerDays == null ? known.usualAnswerDays() : usualAnswerDays);
    }
  }

  /// An address on paper; without street or city there is none.
  record PostalBody(
      @Nullable String line1,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode) {
    private @Nullable Address address() {
      return PayerContact.address(
          BodyFields.text(line1),
          BodyFields.text(city),
          BodyFields.text(state),
          BodyFields.text(postalCode));
    }
  }

  /// What is missing stays as it is.
  record Body(
      @Nullable String name,
      @Nullable String claimsNumber,
      @Nullable String filing,
      @Nullable Integer timelyFilingDays,
      @Nullable String memberIdPattern,
      @Nullable ContactBody contact,
      @Nullable List<PayerIdentifier> numbers) {
    boolean changesPayer() {
      return Stream.of(name, claimsNumber, filing, timelyFilingDays, memberIdPattern)
          .anyMatch(Objects::nonNull);
    }
  }

  record Taken(int payers) {}

  private final Payers payers;
  private final PayerDirectory directory;

  PayerResources(Payers payers, PayerDirectory directory) {
    this.payers = payers;
    this.directory = directory;
  }

  @GetMapping
  List<PayerResource> list() {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    return payers.all().stream().map(this::resource).toList();
  }

  @GetMapping("/{payer}")
  PayerResource one(@PathVariable String payer) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    return resource(named(payer));
  }

  @PutMapping("/{payer}")
  PayerResource keep(@PathVariable String payer, @RequestBody Body body) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    var found = named(payer);
    if (body.changesPayer()) directory.keep(changed(found, body));
    if (body.contact() != null) {
      directory.keep(found, body.contact().over(directory.contact(found)));
    }
    if (body.numbers() != null) directory.keep(found, body.numbers());
    return resource(named(payer));
  }

  @GetMapping(value = "/file", produces = "text/csv")
  byte[] file() {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    return (String.join(",", DirectoryFile.COLUMNS)
            + "\n"
            + payers.all().stream()
                .map(p -> Csv.line(DirectoryFile.line(directory.entry(p)).toArray()) + "\n")
                .collect(Collectors.joining()))
        .getBytes(StandardCharsets.UTF_8);
  }

  @PostMapping(value = "/file", consumes = "text/csv")
  Taken takeOver(@RequestBody byte[] csv) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    return new Taken(directory.takeOver(new String(csv, StandardCharsets.UTF_8)));
  }

  private Payer changed(Payer payer, Body body) {
    var now = TypedPayer.of(payer, directory.contact(payer));
    var typed =
        new TypedPayer(
            body.name() == null ? now.name() : body.name(),
            body.claimsNumber() == null ? now.claimsNumber() : body.claimsNumber(),
            body.filing() == null ? now.filing() : body.filing(),
            body.timelyFilingDays() == null
                ? now.timelyFilingDays()
                : body.timelyFilingDays().toString(),
            body.memberIdPattern() == null ? now.memberIdPattern() : body.memberIdPattern(),
            now.addressLine(),
            now.city(),
            now.state(),
            now.postalCode(),
            now.appealsAddressLine(),
            now.appealsCity(),
            now.appealsState(),
            now.appealsPostalCode(),
            now.claimsPhone(),
            now.eligibilityPhone(),
            now.authorizationPhone(),
            now.portal(),
            now.usualAnswerDays());
    PatientResources.refuse(typed.faults());
    return typed.payer(payer);
  }

  private Payer named(String slug) {
    return payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
  }

  private PayerResource resource(Payer payer) {
    return new PayerResource(
        payer.slug(),
        payer.name(),
        payer.electronicId().value(),
        payer.filing().code(),
        payer.timelyFilingDays(),
        payer.memberIdPattern(),
        directory.contact(payer),
        directory.identifiers(payer));
  }
}
